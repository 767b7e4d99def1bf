/* wrap_test.c - what wrap.h promises. */

#include "cgi-bin/lib/wrap.h"
#include "tests/test.h"

static struct mem *mem;

static void
what_fits_stays_in_one_line(void)
{
	SAME(wrap_even(mem, "", 10), "");
	SAME(wrap_even(mem, "Sở Nội vụ", 9), "Sở Nội vụ");	/* nine characters, fourteen bytes */
	SAME(wrap_even(mem, "Sở Nội vụ", 8), "Sở\nNội vụ");
}

static void
lines_come_out_alike(void)
{
	SAME(wrap_even(mem, "mot hai ba bon", 8), "mot hai\nba bon");
	SAME(wrap_even(mem, "aa bb cc dd ee ff", 6), "aa bb\ncc dd\nee ff");
	SAME(wrap_even(mem, "motchukhongcokhoangcach", 8), "motchukhongcokhoangcach");
	SAME(wrap_even(mem, "motchukhongcokhoangcach a", 8), "motchukhongcokhoangcach\na");
}

static void
a_place_stands_below_its_committee(void)
{
	SAME(wrap_body(mem, "Sở Nội vụ"), "SỞ NỘI VỤ");
	SAME(wrap_body(mem, "UBND xã Pá Lông"), "ỦY BAN NHÂN DÂN\nXÃ PÁ LÔNG");
	SAME(wrap_body(mem, "Ủy ban nhân dân xã Na"), "ỦY BAN NHÂN DÂN XÃ NA");	/* just fits */
	SAME(wrap_body(mem, "Ủy ban nhân dân tỉnh Hà Lâm"), "ỦY BAN NHÂN DÂN\nTỈNH HÀ LÂM");
	SAME(wrap_body(mem, "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"), "ỦY BAN MẶT TRẬN TỔ\nQUỐC VIỆT NAM TỈNH");
	SAME(wrap_body(mem, "Hội đồng nhân dân "), "HỘI ĐỒNG NHÂN DÂN ");
}

int
main(void)
{
	mem = mem_new();
	what_fits_stays_in_one_line();
	lines_come_out_alike();
	a_place_stands_below_its_committee();
	return done();
}
