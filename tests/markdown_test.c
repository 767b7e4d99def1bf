/* markdown_test.c - what markdown.h promises. */

#include "tests/test.h"

#include <stdio.h>
#include <time.h>

#include "cgi-bin/lib/markdown.h"

static struct mem *mem;

#define SHOWN(typed, want) SAME(markdown(mem, typed).text, want)

static void
plain_text_is_shown(void)
{
	SHOWN("", "");
	SHOWN("Thi đua *yêu nước*", "<p>Thi đua <em>yêu nước</em></p>\n");
	SHOWN("1\\. Mục đích", "<p>1. Mục đích</p>\n");
	SHOWN("a < b & \"c\"", "<p>a &lt; b &amp; &quot;c&quot;</p>\n");
	SHOWN("a\xff" "b", "<p>a\ufffd" "b</p>\n");
	SHOWN("&#0;", "<p>\ufffd</p>\n");
}

static void
headings_start_at_three(void)
{
	SHOWN("# I", "<h3>I</h3>\n");
	SHOWN("I\n===", "<h3>I</h3>\n");
	SHOWN("## I", "<h3>I</h3>\n");
	SHOWN("### I", "<h4>I</h4>\n");
	SHOWN("#### I", "<h5>I</h5>\n");
	SHOWN("##### I", "<h6>I</h6>\n");
	SHOWN("###### I", "<h6>I</h6>\n");
}

static void
links_lead_to_our_own(void)
{
	SHOWN("[a](/plan/7)", "<p><a href=\"/plan/7\">a</a></p>\n");
	SHOWN("[a](/)", "<p><a href=\"/\">a</a></p>\n");
	SHOWN("[a](#III.2)", "<p><a href=\"#III.2\">a</a></p>\n");
	SHOWN("[a]\n\n[a]: /plan/7 \"<b>\"",
	    "<p><a href=\"/plan/7\" title=\"&lt;b&gt;\">a</a></p>\n");

	static const char *const urls[] = {
		"https://evil.example", "http://evil.example/", "//evil.example",
		"///evil.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
		"&#106;avascript:alert(1)", "javascript&colon;alert(1)",
		"<java\tscript:alert(1)>", "vbscript:x", "file:///etc/passwd",
		"data:text/html,<script>alert(1)</script>", "data:image/png;base64,AA",
		"mailto:a@b.example", "/\\evil.example", "\\\\evil.example", "</\t/evil>",
		"/&#9;/evil.example", "/&#92;evil.example", "&#32;/x", "plan/7", "../x",
		"?x", "", "<>", "\\/\\/evil.example", "&#47;&#47;evil.example", NULL
	};
	for (int i = 0; urls[i]; i++) {
		SHOWN(mem_printf(mem, "[*a* b](%s)", urls[i]), "<p><em>a</em> b</p>\n");
		SHOWN(mem_printf(mem, "![*a* b](%s)", urls[i]), "<p><em>a</em> b</p>\n");
		SHOWN(mem_printf(mem, "[a]\n\n[a]: %s", *urls[i] ? urls[i] : "x"),
		    "<p>a</p>\n");
	}
	SHOWN("<https://evil.example>", "<p>https://evil.example</p>\n");
	SHOWN("<a@b.example>", "<p>a@b.example</p>\n");
	SHOWN("[a](/x\"onclick=\"y)",
	    "<p><a href=\"/x%22onclick=%22y\">a</a></p>\n");
}

static void
pictures_come_from_our_own(void)
{
	SHOWN("![cờ](/img/co.png)", "<p><img src=\"/img/co.png\" alt=\"cờ\" /></p>\n");
	SHOWN("![cờ](#x)", "<p>cờ</p>\n");
	SHOWN("![](https://evil.example/x.png)", "<p></p>\n");
	SHOWN("[![a](//evil)](/b)", "<p><a href=\"/b\">a</a></p>\n");
	SHOWN("[![a](/b)](//evil)", "<p><img src=\"/b\" alt=\"a\" /></p>\n");
	SHOWN("![a ![b](//evil) c](//evil) d", "<p>a b c d</p>\n");
	SHOWN("![a ![b](//evil) c](/d)", "<p><img src=\"/d\" alt=\"a b c\" /></p>\n");
	SHOWN("![\"onerror=\"x](/d)",
	    "<p><img src=\"/d\" alt=\"&quot;onerror=&quot;x\" /></p>\n");
}

static void
raw_html_is_left_out(void)
{
	SHOWN("<script>alert(1)</script>", "");
	SHOWN("a\n\n<script>\nalert(1)\n\nx</script>\n\nb", "<p>a</p>\n<p>b</p>\n");
	SHOWN("a<script>b</script>c", "<p>abc</p>\n");
	SHOWN("a <img src=x onerror=alert(1)> b", "<p>a  b</p>\n");
	SHOWN("<iframe src=\"//evil\"></iframe>", "");
	SHOWN("<!-- a --> <?php ?> <!X> <![CDATA[x]]>", "");
	SHOWN("- <b>\n- <style>x", "<ul>\n<li></li>\n<li></li>\n</ul>\n");
	SHOWN("`<script>`", "<p><code>&lt;script&gt;</code></p>\n");
	SHOWN("    <script>", "<pre><code>&lt;script&gt;\n</code></pre>\n");
	SHOWN("&lt;script&gt;", "<p>&lt;script&gt;</p>\n");
	SHOWN("``` \"><script>\nx\n```",
	    "<pre><code class=\"language-&quot;&gt;&lt;script&gt;\">x\n</code></pre>\n");
	SHOWN("<scr<script>ipt>", "<p>&lt;script&gt;</p>\n");
}

#define TABLE(head, body) "<table>\n<thead>\n<tr>\n" head "</tr>\n</thead>\n<tbody>\n" \
	body "</tbody>\n</table>\n"
#define TH(text) "<th scope=\"col\">" text "</th>\n"
#define TD(text) "<td>" text "</td>\n"
#define TR(cells) "<tr>\n" cells "</tr>\n"

static void
tables_are_made_of_bars(void)
{
	SHOWN("| Kỳ | Hộ nghèo |\n|---|:--:|\n| 2016 | 42.490 |\n| 2017 | 36.537 |",
	    TABLE(TH("Kỳ") TH("Hộ nghèo"),
	    TR(TD("2016") TD("42.490")) TR(TD("2017") TD("36.537"))));
	SHOWN("|a|b|c|\n|-:|:-:|:-|\n|1|2|3|",
	    TABLE("<th scope=\"col\" class=\"num\">a</th>\n" TH("b") TH("c"),
	    TR("<td class=\"num\">1</td>\n" TD("2") TD("3"))));
	SHOWN("|a|\n|-|", TABLE(TH("a"), ""));
	SHOWN("||a|\n|-|-|\n|b||", TABLE(TD("") TH("a"), TR(TD("b") TD(""))));
	SHOWN("  |a|  \n  |-|\n|b|\\\n|c|\n",
	    TABLE(TH("a"), TR(TD("b")) TR(TD("c"))));
	SHOWN("x\n\n|a|\n|-|\n|b|\n\ny", "<p>x</p>\n" TABLE(TH("a"), TR(TD("b")))
	    "<p>y</p>\n");
	SHOWN("> |a|\n> |-|\n> |b|", "<blockquote>\n" TABLE(TH("a"), TR(TD("b")))
	    "</blockquote>\n");
	SHOWN("- |a|\n  |-|\n  |b|", "<ul>\n<li>\n" TABLE(TH("a"), TR(TD("b")))
	    "</li>\n</ul>\n");
	SHOWN("|a|\n|-|\n|1. b|\n|- c|", TABLE(TH("a"), TR(TD("1. b")) TR(TD("- c"))));
}

static void
cells_are_text(void)
{
	SHOWN("|<b>a</b>|\n|-|\n|<script>x</script>|",
	    TABLE(TH("a"), TR(TD("x"))));
	SHOWN("|a|\n|-|\n|`<b>`|", TABLE(TH("a"), TR(TD("&lt;b&gt;"))));
	SHOWN("|a|\n|-|\n|&lt;b&gt; &amp; &quot;c&quot;|",
	    TABLE(TH("a"), TR(TD("&lt;b&gt; &amp; &quot;c&quot;"))));
	SHOWN("|a|\n|-|\n|\"<\">|", TABLE(TH("a"), TR(TD("&quot;&lt;&quot;&gt;"))));
	SHOWN("|**a** b|\n|-|\n|[c](/x) *d*|", TABLE(TH("a b"), TR(TD("c d"))));
	SHOWN("|a|\n|-|\n|[c](javascript:x)|", TABLE(TH("a"), TR(TD("c"))));
	SHOWN("|a|\n|-|\n|![c](//evil)|", TABLE(TH("a"), TR(TD("c"))));
	SHOWN("|a|\n|-|\n|`b|c`|", TABLE(TH("a"), TR(TD("b|c"))));
	/* Code that begins in one row and ends in the next is one cell. */
	SHOWN("|a|\n|-|\n|`1|\n|2`|", TABLE(TH("a"), TR(TD("1| |2"))));
	SHOWN("|*a|b*|\n|-|-|\n|1|2|", TABLE(TH("a") TH("b"), TR(TD("1") TD("2"))));
}

static void
what_is_no_table_stays_a_paragraph(void)
{
	static const char *const not[] = {
		"|a|b|\n|-|-|\n|1|", "|a|\n|-|\n|1|2|", "|a|b|\n|-|\n|1|2|",
		"|a|\n|-|-|\n|1|", "|a|\n|-|\n|1", "|a|\n|-|\n1|", "a|\n|-|\n|1|",
		"|a\n|-|\n|1|", "|a|\n|-\n|1|", "|a|\n-|\n|1|", "|a|", "|a|\n|b|\n|-|",
		"|a|\n||\n|1|", "|a|\n|:|\n|1|", "|a|\n|::|\n|1|", "|a|\n|- -|\n|1|",
		"|a|\n|=|\n|1|", "|a|\n|-x|\n|1|", "|", "||", "|\n|", "||\n||", "|\n|-|",
		"|a|\n|-|\n|1|\nx",
		"|a|\n|-|\nx|1|", "|a|\n|-|\n|1|x", NULL
	};
	for (int i = 0; not[i]; i++) {
		const char *html = markdown(mem, not[i]).text;
		SAME(strstr(html, "<table"), NULL);
		SAME(html, mem_printf(mem, "<p>%s</p>\n", not[i]));
	}
	SHOWN("# |a|\n|-|", "<h3>|a|</h3>\n<p>|-|</p>\n");
	SHOWN("    |a|\n    |-|", "<pre><code>|a|\n|-|\n</code></pre>\n");
	SHOWN("|a|\n\n|-|", "<p>|a|</p>\n<p>|-|</p>\n");
}

/* A piece over and over, up to n bytes. */
static char *
many(const char *piece, size_t n)
{
	char *text = mem_take(mem, n + 1);
	size_t size = strlen(piece);

	for (size_t at = 0; at + size <= n; at += size)
		memcpy(text + at, piece, size);
	return text;
}

static void
too_long_is_shown_as_typed(void)
{
	char *text = many("a", 65537);

	memcpy(text, "<b> & *x* \"", 11);
	const char *html = markdown(mem, text).text;
	CHECK(!strncmp(html, "<p>&lt;b&gt; &amp; *x* &quot;aaa", 32));
	CHECK(strlen(html) == 65537 + 2 * 3 + 4 + 5 + strlen("<p></p>\n"));
	SAME(html + strlen(html) - 6, "a</p>\n");
	text[65536] = '\0';		/* 64 KiB is not too long */
	html = markdown(mem, text).text;
	CHECK(strstr(html, "<em>x</em>") != NULL && strstr(html, "<b>") == NULL);
	html = markdown(mem, many("<", 100000)).text;
	CHECK(strlen(html) == 400000 + strlen("<p></p>\n"));
}

static void
hostile_text_takes_bounded_time(void)
{
	static const char *const pieces[] = {
		"![[]()", "![a](x", "[a](", "[", "]", "![", "*a_ ", "**a *", "_", "`a``",
		"> ", "- ", "<!--", "<?", "<![CDATA[", "<!A ", "<a ", "<", "&", "\\",
		"|", "|a|\n", "|-", "|\n", "[a]: /b\n", "[x][", "*", "a\n", "\t", "<b>",
		"*a|", NULL
	};
	double worst = 0;

	for (int i = 0; pieces[i]; i++) {
		clock_t start = clock();
		CHECK(markdown(mem, many(pieces[i], 65536)).text != NULL);
		double took = (double)(clock() - start) / CLOCKS_PER_SEC;
		if (took > 3)
			fprintf(stderr, "\t%s: %.1f s\n", pieces[i], took);
		worst = took > worst ? took : worst;
	}
	/* Pictures within pictures, all from elsewhere. */
	char *deep = mem_printf(mem, "%sa%s", many("![", 16000), many("](x)", 32000));
	clock_t start = clock();
	SHOWN(deep, "<p>a</p>\n");
	double took = (double)(clock() - start) / CLOCKS_PER_SEC;
	worst = took > worst ? took : worst;
	/* A wide head and many short rows: nothing is filled up. */
	const char *wide = mem_printf(mem, "%s|\n%s|\n%s", many("|a", 20000),
	    many("|-", 20000), many("|b|\n", 20000));
	CHECK(strstr(markdown(mem, wide).text, "<table") == NULL);
	CHECK(strstr(markdown(mem, mem_printf(mem, "|a|\n|-|\n%s", many("|\"|\n",
	    60000))).text, "<td>&quot;</td>") != NULL);
	CHECK(worst < 10);
}

/* A clause by itself under a heading of the page leaves no level out. */
static void
a_piece_alone_starts_at_three(void)
{
#define ALONE(in, out) SAME(markdown_alone(mem, (struct html){ in }).text, out)
	ALONE("<h4>2. A</h4><p>h4 &lt;h4></p>", "<h3>2. A</h3><p>h4 &lt;h4></p>");
	ALONE("<h5>a</h5>\n<h6>b</h6>\n<h3>c</h3>", "<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>");
	ALONE("<h3>a</h3><h4>b</h4>", "<h3>a</h3><h4>b</h4>");
	ALONE("<h4 id=\"x\">a</h4>", "<h3 id=\"x\">a</h3>");
	ALONE("<hr>", "<hr>");
	ALONE("", "");
#undef ALONE
}

int
main(void)
{
	mem = mem_new();
	plain_text_is_shown();
	headings_start_at_three();
	a_piece_alone_starts_at_three();
	links_lead_to_our_own();
	pictures_come_from_our_own();
	raw_html_is_left_out();
	tables_are_made_of_bars();
	cells_are_text();
	what_is_no_table_stays_a_paragraph();
	too_long_is_shown_as_typed();
	hostile_text_takes_bounded_time();
	mem_free(mem);
	return done();
}
