/*
 * pdf.cc - words and rules of a PDF's pages, by poppler (see pdf_part.h).
 *
 * Its own C++ interface, for the public ones know no rules, and a table is known by them.  No
 * font is opened: the text layer says what a letter is, and nothing is drawn.
 */

#include "cgi-bin/lib/pdf_part.h"

extern "C" void pdf_ready(void);

#include <cmath>
#include <cstring>
#include <memory>
#include <vector>

#include <ErrorCodes.h>
#include <Error.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <TextOutputDev.h>

namespace {

enum { THICK = 250, SHORT = 400 };	/* a rule is thinner and longer than that */

int
hundredths(double v)
{
	return std::isfinite(v) && v > -1e6 && v < 1e6 ? (int)std::lround(v * 100) : 0;
}

struct Box {
	double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
	void add(double x, double y)
	{
		x0 = std::min(x0, x), y0 = std::min(y0, y);
		x1 = std::max(x1, x), y1 = std::max(y1, y);
	}
};

class Sheet : public TextOutputDev {
public:
	std::vector<pdf_rule> rules;

	Sheet() : TextOutputDev(nullptr, false, 0, true, false) { }

	void stroke(GfxState *state) override
	{
		each(state, state->getStrokeColorSpace() ? white(state, true) : false, true);
	}
	void fill(GfxState *state) override
	{
		each(state, white(state, false), false);
	}
	void eoFill(GfxState *state) override
	{
		fill(state);
	}

private:
	static bool white(GfxState *state, bool stroked)
	{
		GfxRGB c;
		if (stroked)
			state->getStrokeRGB(&c);
		else
			state->getFillRGB(&c);
		return colToDbl(c.r) > 0.95 && colToDbl(c.g) > 0.95 && colToDbl(c.b) > 0.95;
	}

	void add(double x0, double y0, double x1, double y1)
	{
		if (rules.size() >= PDF_RULES)
			return;
		pdf_rule r = { hundredths(std::min(x0, x1)), hundredths(std::min(y0, y1)),
		    hundredths(std::max(x0, x1)), hundredths(std::max(y0, y1)) };
		int w = r.x1 - r.x0, h = r.y1 - r.y0;
		if (w <= THICK && h > SHORT && h > w)
			r.x0 = r.x1 = (r.x0 + r.x1) / 2;
		else if (h <= THICK && w > SHORT && w > h)
			r.y0 = r.y1 = (r.y0 + r.y1) / 2;
		else
			return;
		rules.push_back(r);
	}

	void each(GfxState *state, bool unseen, bool stroked)
	{
		const GfxPath *path = state->getPath();
		for (int i = 0; !unseen && path && i < path->getNumSubpaths(); i++) {
			const GfxSubpath *s = path->getSubpath(i);
			Box box;
			double x = 0, y = 0, px = 0, py = 0;
			bool curved = false;
			for (int k = 0; k < s->getNumPoints(); k++) {
				state->transform(s->getX(k), s->getY(k), &x, &y);
				box.add(x, y);
				curved = curved || s->getCurve(k);
				if (stroked && k && !curved)
					add(px, py, x, y);
				px = x, py = y;
			}
			if (!curved && !stroked && s->getNumPoints() >= 4)
				add(box.x0, box.y0, box.x1, box.y1);
		}
	}
};

void
quiet(ErrorCategory, Goffset, const char *)
{
}

const char *
copy(struct mem *mem, const GooString *s)
{
	return s ? mem_copy(mem, s->c_str(), std::strlen(s->c_str())) : "";
}

void
take_words(struct mem *mem, Sheet &sheet, pdf_sheet *to, int *left)
{
	std::unique_ptr<TextWordList> list = sheet.makeWordList();
	int n = list ? list->getLength() : 0;

	if (n > *left)
		n = *left;
	*left -= n;
	to->words = (pdf_word *)mem_take(mem, (size_t)(n + 1) * sizeof(*to->words));
	for (int i = 0; i < n; i++) {
		TextWord *w = list->get(i);
		double x0, y0, x1, y1;
		std::unique_ptr<GooString> text(w->getText());
		w->getBBox(&x0, &y0, &x1, &y1);
		to->words[to->count++] = { hundredths(x0), hundredths(y0), hundredths(x1), hundredths(y1),
		    hundredths(w->getBaseline()), hundredths(w->getFontSize()), w->getRotation(),
		    w->getLength() ? copy(mem, w->getFontName(0)) : "", copy(mem, text.get()) };
	}
}

/* Those that the page may draw; none is opened. */
int
pictures_of(Page *page)
{
	Dict *resources = page->getResourceDict();
	Object all = resources ? resources->lookup("XObject") : Object(objNull);
	int n = all.isDict() ? std::min(all.dictGetLength(), (int)PDF_PICTURES) : 0, found = 0;

	for (int i = 0; i < n; i++) {
		Object one = all.dictGetVal(i);
		found += one.isStream() && one.streamGetDict()->lookup("Subtype").isName("Image");
	}
	return found;
}

void
take_rules(struct mem *mem, const Sheet &sheet, pdf_sheet *to)
{
	to->rule_count = (int)sheet.rules.size();
	to->rules = (pdf_rule *)mem_take(mem, (sheet.rules.size() + 1) * sizeof(*to->rules));
	std::copy(sheet.rules.begin(), sheet.rules.end(), to->rules);
}

}

void
pdf_ready(void)
{
	if (globalParams)
		return;
	globalParams = std::make_unique<GlobalParams>();
	globalParams->setErrQuiet(true);
	setErrorCallback(quiet);
}

enum pdf_fault
pdf_load(struct mem *mem, const char *bytes, size_t n, struct pdf_book *book)
{
	pdf_ready();
	PDFDoc doc(new MemStream(bytes, 0, (Goffset)n, Object(objNull)));
	int left = PDF_WORDS;

	if (!doc.isOk())
		return doc.getErrorCode() == errEncrypted ? PDF_LOCKED : PDF_BROKEN;
	if (doc.getNumPages() > PDF_PAGES)
		return PDF_TOO_MANY;
	if (doc.getNumPages() < 1)
		return PDF_BROKEN;
	book->sheets = (pdf_sheet *)mem_take(mem, (size_t)doc.getNumPages() * sizeof(*book->sheets));
	for (int i = 1; i <= doc.getNumPages() && left; i++) {
		Sheet sheet;
		pdf_sheet *to = &book->sheets[book->count++];
		Page *page = doc.getPage(i);
		if (!page)
			continue;
		bool turned = page->getRotate() == 90 || page->getRotate() == 270;
		to->width = hundredths(turned ? page->getCropHeight() : page->getCropWidth());
		to->height = hundredths(turned ? page->getCropWidth() : page->getCropHeight());
		doc.displayPage(&sheet, i, 72, 72, 0, false, true, false);
		take_words(mem, sheet, to, &left);
		take_rules(mem, sheet, to);
		to->pictures = pictures_of(page);
	}
	return left ? PDF_SOUND : PDF_TOO_LONG;
}
