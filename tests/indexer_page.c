/* indexer_page.c - what the program `indexer` declares, as a page's declaration: for probe.c. */

#include "cgi-bin/lib/attach_words.h"
#include "cgi-bin/lib/page.h"

const struct page page = {
	.name = "indexer",
	.views = "",
	.grants = attach_words_grants,
	.files = attach_words_files,
	.routes = (const struct route[]){ { 0 } },
};
