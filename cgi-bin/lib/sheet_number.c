/* sheet_number.c - the numbers of a book as a person would see them. */

#include "cgi-bin/lib/sheet_part.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/text.h"

/* A number format's first section, as far as it changes what is meant. */
struct sheet_shape
sheet_shape_of_code(const char *code)
{
	bool day = false, month = false, clock = false, span = false, percent = false;
	size_t zeros = strspn(code, "0");

	if (zeros > 1 && zeros < 16 && !code[zeros])
		return (struct sheet_shape){ ZEROS, (int)zeros };
	for (const char *p = code; *p && *p != ';'; p++) {
		switch (*p) {
		case '"': case '[': {
			const char *end = strchr(p + 1, *p == '"' ? '"' : ']');
			if (!end)
				return (struct sheet_shape){ 0 };
			/* [h] is elapsed time, [Red] and [$-42A] are not */
			span |= *p == '[' && strchr("hHmMsS", p[1])
			    && strspn(p + 1, "hHmMsS") == (size_t)(end - p - 1);
			p = end;
			break;
		}
		case '\\': case '_': case '*':
			p += p[1] != '\0';
			break;
		case 'd': case 'D': case 'y': case 'Y': day = true;     break;
		case 'm': case 'M':                     month = true;   break;
		case 'h': case 'H': case 's': case 'S': clock = true;   break;
		case '%':                               percent = true; break;
		}
	}
	return (struct sheet_shape){ day ? DAY : span ? SPAN : clock ? CLOCK : month ? DAY
	    : percent ? PERCENT : PLAIN, 0 };
}

struct sheet_shape
sheet_shape_of_id(int id)
{
	switch (id) {
	case 9: case 10:                    return (struct sheet_shape){ PERCENT, 0 };
	case 14: case 15: case 16: case 17: return (struct sheet_shape){ DAY, 0 };
	case 18: case 19: case 20: case 21: return (struct sheet_shape){ CLOCK, 0 };
	case 22:                            return (struct sheet_shape){ DAY, 0 };
	case 45: case 47:                   return (struct sheet_shape){ CLOCK, 0 };
	case 46:                            return (struct sheet_shape){ SPAN, 0 };
	}
	return (struct sheet_shape){ 0 };
}

/* As many as 15 digits, the comma of the language, no exponent. */
static const char *
decimal(struct sheet_in *in, double v, const char *unit)
{
	char text[96];

	if (v == 0)
		v = 0;		/* not -0 */
	snprintf(text, sizeof(text), "%.15g", v);
	char *e = strchr(text, 'e');
	if (e) {		/* so it is small */
		long digits = 14 - strtol(e + 1, NULL, 10);
		snprintf(text, sizeof(text), "%.*f", digits > 60 ? 60 : (int)digits, v);
		size_t n = strlen(text);
		while (text[n - 1] == '0')
			n--;
		text[text[n - 1] == '.' ? n - 1 : n] = '\0';
	}
	char *point = strchr(text, '.');
	if (point)
		*point = ',';
	return mem_printf(in->mem, "%s%s", text, unit);
}

static const char *
hours(struct sheet_in *in, double v, bool span)
{
	long long s = llround((span ? v : v - floor(v)) * 86400);
	long long h = s / 3600, m = s / 60 % 60;

	if (!span)
		h %= 24;
	return s % 60 ? mem_printf(in->mem, "%02lld:%02lld:%02lld", h, m, s % 60)
	    : mem_printf(in->mem, "%02lld:%02lld", h, m);
}

/* Day 60 is the 29th of February 1900, that Excel believes in and no one else. */
static const char *
day(struct sheet_in *in, double v, bool from_1904)
{
	int n = (int)v + (from_1904 ? 1462 : 0);

	if (n == 60)
		return "29/02/1900";
	return text_of_day(in->mem, text_day_add(in->mem,
	    n < 60 ? "1899-12-31" : "1899-12-30", n));
}

/* A value of no type: a number, as its style shows it. */
const char *
sheet_number(struct sheet_in *in, struct sheet_shape shape, bool from_1904)
{
	char text[64], *end;
	double v;
	size_t n = in->used;

	if (!n || n >= sizeof(text))
		return sheet_tidy(in);
	memcpy(text, in->text, n);
	text[n] = '\0';
	if (strspn(text, "0123456789+-.eE") != n)
		return sheet_tidy(in);
	v = strtod(text, &end);
	if (*end || !(fabs(v) < 1e15))
		return sheet_tidy(in);
	switch (shape.kind) {
	case DAY:
		if (v >= 1 && v < (from_1904 ? 2957004 : 2958466))
			return day(in, v, from_1904);
		if (v >= 0 && v < 1)
			return hours(in, v, false);
		break;
	case CLOCK: case SPAN:
		if (v >= 0 && v < 1e6)
			return hours(in, v, shape.kind == SPAN);
		break;
	case PERCENT:
		return decimal(in, v * 100, "%");
	case ZEROS:
		if (v >= 0 && v == floor(v))
			return mem_printf(in->mem, "%0*.0f", shape.zeros, v);
		break;
	case PLAIN:
		break;
	}
	return decimal(in, v, "");
}
