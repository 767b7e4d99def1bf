/* text_test.c - what text.h promises. */

#include "tests/test.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "db/text.h"
#include "db/text_column.h"

static struct mem *mem;

#define NFC(literal) text_nfc(mem, literal, sizeof(literal) - 1)

/* "Hội đồng" as macOS sends it. */
#define HOI_DONG "Ho\u0323\u0302i \u0111o\u0302\u0300ng"

static void
length_counts_characters(void)
{
	CHECK(text_length("") == 0);
	CHECK(text_length("Hội đồng") == 8);
	CHECK(text_length(HOI_DONG) == 12);
	CHECK(text_length("\U0001f3c6") == 1);
	CHECK(text_length("\xff") == -1);
	CHECK(text_length("a\xc3") == -1);
	CHECK(text_length("\xc0\xaf") == -1);		/* overlong "/" */
	CHECK(text_length("\xed\xa0\x80") == -1);	/* half of a pair */
}

static void
nfc_composes(void)
{
	SAME(NFC(HOI_DONG), "Hội đồng");
	CHECK(text_length(NFC(HOI_DONG)) == 8);
	SAME(NFC("o\u0302\u0323"), "ộ");
	SAME(NFC("o\u0323\u0302"), "ộ");
	SAME(NFC("ô\u0323"), "ộ");
	SAME(NFC("Kế hoạch"), "Kế hoạch");
	SAME(NFC(""), "");
	SAME(NFC("\U0001f3c6 cờ"), "\U0001f3c6 cờ");
	/* One that grows when it is composed. */
	SAME(NFC("\ufb2c"), "\u05e9\u05bc\u05c1");
	SAME(text_nfc(mem, "abc", 2), "ab");
}

static void
nfc_takes_out_what_nobody_sees(void)
{
	SAME(NFC("\ufeffSố"), "Số");
	SAME(NFC("a\ufffeb\uffff\ufdd0\U0010ffff" "c\ufffd"), "abc\ufffd");
	SAME(NFC("thi\u00ad đua\u200b\u200c\u200d\u2060"), "thi đua");
	SAME(NFC("\u202ea\u202c\u2066b\u2069\u200e\u200f\u061c"), "ab");
	SAME(NFC("o\u200b\u0323"), "ọ");
	SAME(NFC("a\u00a0b\u2003c\u3000d\u202fe"), "a b c d e");
	SAME(NFC("a\tb  c"), "a\tb  c");
	SAME(NFC("a\r\nb\rc\nd\r\r\n\n"), "a\nb\nc\nd\n\n\n");
	SAME(NFC("a\u2028b\u2029c"), "a\nb\nc");
}

static void
nfc_refuses_what_is_no_text(void)
{
	CHECK(!NFC("\xff\xfe"));
	CHECK(!NFC("k\xd5 ho\xb9" "ch"));		/* TCVN3 */
	CHECK(!NFC("a\xe1\xba"));
	CHECK(!NFC("\xc0\xaf"));
	CHECK(!NFC("\xed\xa0\x80"));
	CHECK(!NFC("a\0b"));
	CHECK(!NFC("\xf4\x90\x80\x80"));
}

static void
plain_forgets_marks_case_and_spaces(void)
{
	SAME(text_plain(mem, "Hòa  Bình"), "hoa binh");
	SAME(text_plain(mem, "HOÀ\tBÌNH\n"), "hoa binh");
	SAME(text_plain(mem, "hoà"), text_plain(mem, "hòa"));
	SAME(text_plain(mem, "Uỷ ban"), text_plain(mem, "Ủy ban"));
	SAME(text_plain(mem, "Đồng Đăng, đ)"), "dong dang, d)");
	SAME(text_plain(mem, "Hộ nghèo"), "ho ngheo");
	SAME(text_plain(mem, HOI_DONG), "hoi dong");
	SAME(text_plain(mem, "ƯỚC ỡ Ẵ ỹ"), "uoc o a y");
	SAME(text_plain(mem, "  \u00a0 "), "");
	SAME(text_plain(mem, ""), "");
	SAME(text_plain(mem, "a\u200bb\u00ad"), "ab");
	SAME(text_plain(mem, "165/KH-UBND"), "165/kh-ubnd");
	SAME(text_plain(mem, "\xff" "A"), "\ufffd" "a");
	SAME(text_plain(mem, "한 \U0001f3c6"), "\u1112\u1161\u11ab \U0001f3c6");
	SAME(text_plain(mem, "\u023a"), "\u2c65");	/* grows by a byte */
}

static void
plain_and_nfc_are_linear(void)
{
	enum { SIZE = 4 << 20 };
	static const char piece[] = "Ủy ban  nhân dân ";
	char *text = mem_take(mem, SIZE + 1);
	size_t n = 0;

	for (; n + sizeof(piece) < SIZE; n += sizeof(piece) - 1)
		memcpy(text + n, piece, sizeof(piece) - 1);
	clock_t start = clock();
	CHECK(strlen(text_plain(mem, text)) < n);
	CHECK(text_nfc(mem, text, n) != NULL);
	CHECK(clock() - start < 5 * CLOCKS_PER_SEC);
	/* Marks in the wrong order: the worst that a composer can get. */
	for (n = 0; n + 4 < SIZE / 8; n += 4)
		memcpy(text + n, "\u0302\u0323", 4);
	text[n] = '\0';
	start = clock();
	CHECK(text_nfc(mem, text, 60) != NULL);
	CHECK(!text_nfc(mem, text, 62));
	CHECK(!text_nfc(mem, text, n));
	SAME(text_plain(mem, text), "");
	for (size_t i = 0; i < n; i += 60)
		memcpy(text + i, "oo", 2);
	CHECK(text_nfc(mem, text, n) != NULL);
	CHECK(clock() - start < 5 * CLOCKS_PER_SEC);
}

static void
case_is_vietnamese(void)
{
	SAME(text_lower(mem, "ĐẶNG ƯỚC"), "đặng ước");
	SAME(text_upper(mem, "đặng ước, ủy"), "ĐẶNG ƯỚC, ỦY");
	SAME(text_upper(mem, "\u0390"), "\u0399\u0308\u0301");
	SAME(text_upper(mem, "kế hoạch số 165/kh"), "KẾ HOẠCH SỐ 165/KH");
	SAME(text_lower(mem, "IN"), "in");
	SAME(text_lower(mem, ""), "");
	SAME(text_upper(mem, ""), "");
	SAME(text_lower(mem, "\xff" "A"), "\ufffd" "a");
}

static bool
ordered(const char *const *texts, const char *(*make)(struct mem *, const char *))
{
	for (; texts[1]; texts++)
		if (strcmp(make(mem, texts[0]), make(mem, texts[1])) >= 0) {
			fprintf(stderr, "\t%s, %s\n", texts[0], texts[1]);
			return false;
		}
	return true;
}

static void
keys_follow_the_alphabet(void)
{
	static const char *const letters[] = {
		"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k",
		"l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư",
		"v", "x", "y", NULL
	};
	static const char *const names[] = {
		"Ánh", "Ân", "Dũng", "Đức", "Oanh", "Ơn", "Út", "Ước", NULL
	};
	static const char *const tones[] = {
		"ma", "mà", "mả", "mã", "má", "mạ", "mai", NULL
	};
	static const char *const words[] = {
		"ba", "bà con", "ba đình", "bàn", "băng", NULL
	};

	CHECK(ordered(letters, text_key));
	CHECK(ordered(names, text_key));
	CHECK(ordered(tones, text_key));
	CHECK(ordered(words, text_key));
	SAME(text_key(mem, HOI_DONG), text_key(mem, "Hội đồng"));
	CHECK(strcmp(text_key(mem, ""), text_key(mem, "a")) < 0);
	CHECK(strcmp(text_key(mem, "hoa"), text_key(mem, "Hoa")));
	const char *key = text_key(mem, "Đức");
	CHECK(*key && key[strspn(key, "0123456789abcdef")] == '\0');
	CHECK(strlen(key) % 2 == 0);
	SAME(text_key(mem, "a\xff"), text_key(mem, "a\ufffd"));
}

static void
people_are_sorted_by_given_name(void)
{
	static const char *const people[] = {
		"Vũ Thị Ánh", "Trần Văn Dũng", "Nguyễn Văn Đức", "Đặng Văn Hoa",
		"Giàng A Hòa", "Lê Văn HÙNG", "Nguyễn Văn Hùng", "Trần Thị Hùng",
		"Trần Văn Hùng", "Lò Văn Ó", "Y Rí", NULL
	};

	CHECK(ordered(people, text_name_key));
	SAME(text_name_key(mem, "  Nguyễn   "), text_name_key(mem, "Nguyễn"));
	SAME(text_name_key(mem, " Trần Văn  Dũng\t"),
	    text_name_key(mem, "Trần Văn Dũng"));
	SAME(text_name_key(mem, ""), text_name_key(mem, "  "));
	/* A given name without more stands before its namesakes. */
	CHECK(strcmp(text_name_key(mem, "Ó"), text_name_key(mem, "Lò Ó")) < 0);
}

static int64_t
number(const char *text, int decimals)
{
	int64_t n = -77;	/* what stays when it is refused */

	return text_number(text, decimals, &n) ? n : n == -77 ? -77 : -78;
}

static void
a_number_may_be_only_too_long(void)
{
	CHECK(text_number_long("1234567890123456") && text_number_long("1.234.567.890.123.456,5"));
	CHECK(!text_number_long("123456789012345") && !text_number_long("abc") && !text_number_long(""));
	CHECK(!text_number_long("1234567890123456 hộ"));
}

static void
numbers_are_read_strictly(void)
{
	CHECK(number("36.537", 0) == 36537);
	CHECK(number("36537", 0) == 36537);
	CHECK(number("19,07", 2) == 1907);
	CHECK(number("11,9", 2) == 1190);
	CHECK(number("1.490.000", 0) == 1490000);
	CHECK(number("1.234,5", 2) == 123450);
	CHECK(number(" -0,15 \n", 2) == -15);
	CHECK(number("\u22125", 0) == -5);
	CHECK(number("03", 0) == 3);
	CHECK(number("0", 2) == 0);
	CHECK(number("-0", 0) == 0);
	CHECK(number("1.000.000.000.000.000", 0) == 1000000000000000);
	CHECK(number("-1000000000000000", 0) == -1000000000000000);
	CHECK(number("0,000000000000001", 15) == 1);

	static const char *const not[] = {
		"", " ", "-", ",", ".", "19.07", "1.23.456", "1.2345", "1234.567",
		"0.500", "00.500", "1,234", "1,", ",5", "1,2,3", "1,5.000", "1..000",
		".500", "1.", "1 000", "- 5", "--5", "+5", "1e3", "0x1", "12%", "mười",
		"1.000.000.000.000.001", "10000000000000000", "10000000000000,01",
		"99999999999999999999999999999999", "\uff11", NULL
	};
	for (int i = 0; not[i]; i++)
		if (number(not[i], 2) != -77)
			SAME("taken", not[i]);
	CHECK(number("1,5", 0) == -77);
	CHECK(number("1,50", 1) == -77);
	CHECK(number("0", 16) == -77);
	CHECK(number("1", -1) == -77);
}

static void
numbers_are_written_as_they_are_read(void)
{
	SAME(text_of_number(mem, 123450, 2, false, "vi"), "1.234,5");
	SAME(text_of_number(mem, 123450, 2, false, "en"), "1,234.5");
	SAME(text_of_number(mem, 123450, 2, true, "vi"), "1.234,50");
	SAME(text_of_number(mem, 1900, 2, false, "vi"), "19");
	SAME(text_of_number(mem, 1900, 2, true, "vi"), "19,00");
	SAME(text_of_number(mem, 7, 2, false, "vi"), "0,07");
	SAME(text_of_number(mem, -15, 2, false, "vi"), "-0,15");
	SAME(text_of_number(mem, 0, 0, true, "vi"), "0");
	SAME(text_of_number(mem, 0, 2, false, "vi"), "0");
	SAME(text_of_number(mem, 36537, 0, false, "vi"), "36.537");
	SAME(text_of_number(mem, 999, 0, false, "vi"), "999");
	SAME(text_of_number(mem, 1490000, 0, false, "vi"), "1.490.000");
	SAME(text_of_number(mem, INT64_MIN, 0, false, "vi"),
	    "-9.223.372.036.854.775.808");
	for (int64_t n = -1234567; n < 1234567; n += 4321)
		CHECK(number(text_of_number(mem, n, 3, false, "vi"), 3) == n);
}

static void
days_are_read(void)
{
	SAME(text_day(mem, "5/1/2026"), "2026-01-05");
	SAME(text_day(mem, "05/01/2026"), "2026-01-05");
	SAME(text_day(mem, "05-01-2026"), "2026-01-05");
	SAME(text_day(mem, "2026-01-05"), "2026-01-05");
	SAME(text_day(mem, " ngày 05 tháng 01 năm 2026 "), "2026-01-05");
	SAME(text_day(mem, "Ngày 26  tháng 9 năm 2017"), "2017-09-26");
	SAME(text_day(mem, "29/02/2024"), "2024-02-29");

	static const char *const not[] = {
		"", "5/1/26", "5/1/226", "5/1/20266", "05/01", "29/02/2023", "31/4/2026",
		"0/1/2026", "1/13/2026", "5/1-2026", "5-1/2026", "2026/01/05", "2026-1-5",
		"2026-13-01", "005/1/2026", "5/1/2026 8:00", "5.1.2026", "-5/1/2026",
		"ngày 5/1/2026", "ngày 05 tháng 01", "05 tháng 01 năm 2026",
		"ngày tháng năm", "ngày 31 tháng 02 năm 2026", "5/1/0026", "hôm nay", NULL
	};
	for (int i = 0; not[i]; i++)
		SAME(text_day(mem, not[i]), NULL);
	CHECK(text_is_day("2000-02-29"));
	CHECK(!text_is_day("1900-02-29"));
	CHECK(!text_is_day("2026-02-30"));
	CHECK(!text_is_day("2026-00-10"));
	CHECK(!text_is_day("2026-1-5"));
	CHECK(!text_is_day("2026-01-05 "));
	CHECK(!text_is_day("0999-01-05"));
	CHECK(!text_is_day(""));
}

static void
days_are_written(void)
{
	SAME(text_of_day(mem, "2026-01-05"), "05/01/2026");
	SAME(text_of_day(mem, ""), "");
	SAME(text_of_day(mem, "2026"), "2026");
	SAME(text_of_day_long(mem, "2020-01-05"), "ngày 05 tháng 01 năm 2020");
	SAME(text_of_day_long(mem, "2020-06-29"), "ngày 29 tháng 6 năm 2020");
	SAME(text_of_day_long(mem, "2017-09-26"), "ngày 26 tháng 9 năm 2017");
	SAME(text_of_day_long(mem, "2017-02-10"), "ngày 10 tháng 02 năm 2017");
	SAME(text_of_day_long(mem, "2017-12-03"), "ngày 03 tháng 12 năm 2017");
	SAME(text_of_day_long(mem, ""), "");
}

static void
days_are_counted(void)
{
	CHECK(text_days("2026-01-05", "2026-01-05") == 0);
	CHECK(text_days("2026-12-31", "2027-01-01") == 1);
	CHECK(text_days("2027-01-01", "2026-12-31") == -1);
	CHECK(text_days("2024-02-28", "2024-03-01") == 2);
	CHECK(text_days("1900-02-28", "1900-03-01") == 1);
	CHECK(text_days("1970-01-01", "2026-01-01") == 20454);
	CHECK(text_days("", "2026-01-01") == 0);
	SAME(text_day_add(mem, "2024-02-28", 1), "2024-02-29");
	SAME(text_day_add(mem, "2025-12-31", 1), "2026-01-01");
	SAME(text_day_add(mem, "2026-01-01", -1), "2025-12-31");
	SAME(text_day_add(mem, "9999-12-31", 1), NULL);
	SAME(text_day_add(mem, "1000-01-01", -1), NULL);
	SAME(text_day_add(mem, "1000-01-01", -400000), NULL);
	SAME(text_day_add(mem, "2026-01-01", INT64_MAX), NULL);
	SAME(text_day_add(mem, "2026-01-01", INT64_MIN), NULL);
	SAME(text_day_add(mem, "hôm nay", 1), NULL);
	/* Each day from 1595 to 2405, against the one before it. */
	const char *day = "1595-01-01";
	for (int64_t i = 1; i < 296000; i++) {
		const char *next = text_day_add(mem, day, 1);
		if (text_days(day, next) != 1
		    || text_days("1595-01-01", next) != i || !text_is_day(next)) {
			SAME(next, day);
			break;
		}
		day = next;
	}
	SAME(text_day_add(mem, "1595-01-01", text_days("1595-01-01", day)), day);
}

/* The first thing done here: after text_ready() nothing may be opened. */
static void
no_file_is_opened_after_ready(void)
{
	struct rlimit before, none;

	CHECK(text_ready());
	CHECK(text_ready());
	getrlimit(RLIMIT_NOFILE, &before);
	none = before;
	none.rlim_cur = 0;
	CHECK(!setrlimit(RLIMIT_NOFILE, &none));
	CHECK(!fopen("/dev/null", "r"));
	SAME(NFC(HOI_DONG), "Hội đồng");
	SAME(text_plain(mem, "Đức"), "duc");
	SAME(text_upper(mem, "đức"), "ĐỨC");
	CHECK(strcmp(text_key(mem, "dừng"), text_key(mem, "Đức")) < 0);
	SAME(text_day(mem, "5/1/2026"), "2026-01-05");
	CHECK(!setrlimit(RLIMIT_NOFILE, &before));
	CHECK(!strncmp(text_version(), "ICU ", 4));
	CHECK(strchr(text_version(), '.') != NULL);
}

static void
each_word_is_a_list(void)
{
	SAME(text_each(mem, "  Lò   Thị\tĐào "), "[\"lo\",\"thi\",\"dao\"]");
	SAME(text_each(mem, ""), "[]");
	SAME(text_each(mem, " \n"), "[]");
	SAME(text_each(mem, "\\"), "[]");
	SAME(text_each(mem, "xã, An"), "[\"xa\",\"an\"]");
	SAME(text_each(mem, "15/QĐ-UBND"), "[\"15/qd-ubnd\"]");
	SAME(text_each(mem, "a\"]\\b"), "[\"a\",\"b\"]");
	SAME(text_each(mem, "-xã *An^ - &"), "[\"xa\",\"an\"]");
	SAME(text_each(mem, "“Xã, An”  sang"), "[\"xa an\",\"sang\"]");
	SAME(text_each(mem, "\"\" «»"), "[]");
	SAME(text_each(mem, "a\x01\x01" "b"), "[\"a\",\"b\"]");
	SAME(text_each(mem, "\u0301"), "[]");
}

/* Each word of it: q of a phrase, m with marks, then its tokens. */
static const char *
words_of(const char *typed)
{
	const char *out = "";

	for (struct text_word *w = text_words(mem, typed); w; w = w->next) {
		out = mem_printf(mem, "%s[%s%s", out, w->quoted ? "q" : "", w->marked ? "m" : "");
		for (int i = 0; i < w->n; i++)
			out = mem_printf(mem, "%s %s", out, w->tokens[i]);
		out = mem_printf(mem, "%s]", out);
	}
	return out;
}

static void
what_is_typed_is_words_and_phrases(void)
{
	SAME(words_of("Hộ nghèo"), "[m ho][m ngheo]");
	SAME(words_of("ho \"phấn đấu  thoát nghèo\" xa"), "[ ho][qm phan dau thoat ngheo][ xa]");
	SAME(words_of("“a b” «c d» „e f” ‹g h› \"i j”"), "[q a b][q c d][q e f][q g h][q i j]");
	SAME(words_of("07/KH-UBND 165/kh"), "[ 7 kh ubnd][ 165 kh]");
	SAME(words_of("007 0 00"), "[ 7][ 0][ 0]");
	SAME(words_of("M'nông K’Ho"), "[m m nong][m k ho]");	/* ' is no quotation mark */
	/* unclosed, empty, nothing but signs */
	SAME(words_of("\"hai ba"), "[ hai][ ba]");
	SAME(words_of("a\"b"), "[ a][ b]");
	SAME(words_of("a \"\" “ ” - * ^ : () b"), "[ a][ b]");
	SAME(words_of(""), "");
	SAME(words_of("\"\"\""), "");
	SAME(words_of("\u0301 \xff \x02\x01"), "");
	SAME(words_of("a AND b OR NOT NEAR(c*"), "[ a][ and][ b][ or][ not][ near c]");
	SAME(words_of("ĐẤT Đai"), "[m dat][m dai]");
	SAME(text_words(mem, "ĐẤT")->typed, "đất");
	SAME(text_match(mem, "ho \"Mường Nhé\" - a\x02" "b"),
	    "\"ho\" AND (\"mường nhé\" OR \"\2mường nhé\") AND \"a\" AND \"b\"");
	SAME(text_mask(mem, "ho \"Mường Nhé\" - ab"), "ffmf");
	SAME(text_match(mem, " \" - "), "");
	SAME(text_mask(mem, " \" - "), "");
	const char *many = "";
	for (int i = 0; i < 300; i++)
		many = mem_printf(mem, "%s a", many);
	CHECK(strlen(text_mask(mem, many)) == 100);
}

static const char *
marked(const char *typed, const char *text, bool inside)
{
	char *out = mem_text(mem, text_marked(mem, text, text_words(mem, typed), inside));

	for (char *c = out; *c; c++)
		*c = *c == '\1' ? '[' : *c == '\2' ? ']' : *c;
	return out;
}

static void
found_words_are_marked_as_they_stand(void)
{
	SAME(marked("ho ngheo", "Giúp HỘ nghèo, hộ khá.", false), "Giúp [HỘ] [nghèo], [hộ] khá.");
	SAME(marked("\"ho ngheo\"", "Hộ khá giúp hộ, nghèo; hộ.", false), "Hộ khá giúp [hộ, nghèo]; hộ.");
	SAME(marked("dong", "Đồng Đăng, Dong, dongx", false), "[Đồng] Đăng, [Dong], dongx");
	SAME(marked("dong", "" HOI_DONG, false), "Ho\u0323\u0302i [\u0111o\u0302\u0300ng]");
	SAME(marked("7/KH", "Số 07/KH-UBND, 7 kh, 70/KH", false), "Số [07/KH]-UBND, [7 kh], 70/KH");
	SAME(marked("\"a b\" \"b c\"", "x a b c d", false), "x [a b c] d");
	SAME(marked("\"a a b\"", "a a a b", false), "a [a a b]");
	SAME(marked("khong", "Giúp hộ nghèo", false), "Giúp hộ nghèo");
	SAME(marked("an", "Lan An", false), "Lan [An]");
	SAME(marked("an", "Lan An", true), "L[an] [An]");
	SAME(marked("ỏ", "Mỏ đá; Mo\u0309 2", true), "M[ỏ] đá; M[o\u0309] 2");
	SAME(marked("b", "a\x01" "b\x02 <b>", false), "a[b] <[b]>");	/* marks of its own are none */
	SAME(marked("a", "", false), "");
	SAME(marked("", "a", true), "a");
}

static const char *
excerpt(const char *typed, const char *text)
{
	char *out = mem_text(mem, text_excerpt(mem, text, strlen(text), text_words(mem, typed)));

	for (char *c = out; *c; c++)
		*c = *c == '\1' ? '[' : *c == '\2' ? ']' : *c;
	return out;
}

static void
an_excerpt_is_cut_around_the_first(void)
{
	const char *ten = "một hai ba bốn năm sáu bảy tám chín mười";
	const char *text = mem_printf(mem, "%s %s hộ nghèo %s %s %s hộ", ten, ten, ten, ten, ten);

	SAME(excerpt("nghèo", "Hộ nghèo."), "Hộ [nghèo].");
	SAME(excerpt("ngheo", text), "... sáu bảy tám chín mười hộ [nghèo] một hai ba bốn năm sáu bảy"
	    " tám chín mười một hai ba bốn năm sáu bảy tám ...");
	SAME(excerpt("khong", text), "");
	SAME(excerpt("\"nghèo hộ\"", text), "");
	SAME(text_excerpt(mem, "hộ nghèo", 4, text_words(mem, "ngheo")), "");	/* no further than n */
	/* words without end */
	char *wide = mem_take(mem, 2000001);
	memset(wide, 'x', 2000000);
	memcpy(wide + 1000000, " ngheo ", 7);
	size_t n = strlen(excerpt("ngheo", wide));
	CHECK(n > 7 && n < 1500);
	wide[1000000] = wide[1000006] = 'x';
	SAME(excerpt("ngheo", wide), "");
	for (size_t i = 0; i + 3 <= 2000000; i += 3)
		memcpy(wide + i, "\xe1\xba\xa1", 3);
	memcpy(wide + 1500000, "   ngheo ", 9);
	CHECK(text_length(excerpt("ngheo", wide)) > 0);		/* no half of a letter */
	CHECK(text_same(mem, "Hộ NGHÈO", text_words(mem, "hộ ngheo")));
	CHECK(!text_same(mem, "Hổ nghèo", text_words(mem, "hộ ngheo")));
}

/* A column so named that `maintain` would forget is found here; but for report_duty's, which
 * its triggers copy from unit_name (duty_test). */
static void
each_such_column_can_be_made_anew(void)
{
	sqlite3 *db;
	sqlite3_stmt *s;
	size_t listed = 0, found = 0;

	CHECK(!sqlite3_open_v2(getenv("TEST_PORTAL_DB"), &db, SQLITE_OPEN_READONLY, NULL));
	CHECK(!sqlite3_prepare_v2(db, "SELECT m.name, p.name FROM sqlite_master m,"
	    " pragma_table_info(m.name) p WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%'"
	    " AND m.name <> 'report_duty' AND (p.name LIKE '%\\_key' ESCAPE '\\' OR p.name LIKE '%\\_plain' ESCAPE '\\')",
	    -1, &s, NULL));
	for (const struct text_column *c = text_columns; c->table; c++)
		listed++;
	while (sqlite3_step(s) == SQLITE_ROW) {
		const struct text_column *c = text_columns;
		while (c->table && (strcmp(c->table, (const char *)sqlite3_column_text(s, 0))
		    || strcmp(c->column, (const char *)sqlite3_column_text(s, 1))))
			c++;
		CHECK(c->table != NULL);
		found++;
	}
	CHECK(found > 0 && found == listed);
	sqlite3_finalize(s);
	sqlite3_close(db);
}

static void
a_document_has_an_ordinal_and_a_symbol(void)
{
	static const char *const right[] = { "05/KH-UBND", "12a/KH-UBND", "98/2023/NĐ-CP", "22-NQ/TU",
	    "45/HĐTĐKT", "2417/QĐ-UBND" };
	static const char *const wrong[] = { "", "abc", "07", "/KH-UBND", "7/", "7/12", "0/KH", "7/KH UBND",
	    "7//KH", "7/KH-", "số 7/KH-UBND", "7-KH", "1234567/KH", "7ab/KH" };

	for (size_t i = 0; i < sizeof(right) / sizeof(*right); i++)
		CHECK(text_is_document_number(right[i]));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		CHECK(!text_is_document_number(wrong[i]));
}

int
main(void)
{
	mem = mem_new();
	no_file_is_opened_after_ready();
	length_counts_characters();
	nfc_composes();
	nfc_takes_out_what_nobody_sees();
	nfc_refuses_what_is_no_text();
	plain_forgets_marks_case_and_spaces();
	plain_and_nfc_are_linear();
	case_is_vietnamese();
	keys_follow_the_alphabet();
	people_are_sorted_by_given_name();
	numbers_are_read_strictly();
	a_number_may_be_only_too_long();
	numbers_are_written_as_they_are_read();
	days_are_read();
	days_are_written();
	days_are_counted();
	a_document_has_an_ordinal_and_a_symbol();
	each_word_is_a_list();
	what_is_typed_is_words_and_phrases();
	found_words_are_marked_as_they_stand();
	an_excerpt_is_cut_around_the_first();
	each_such_column_can_be_made_anew();
	mem_free(mem);
	return done();
}
