/* report_dictionary.c - indicators, and checks of figures. */

#include "cgi-bin/lib/report_page.h"

static const struct report_word rules[] = {
	{ "sum", "Cộng lên cấp trên" }, { "rate", "Tỷ lệ, tính từ hai chỉ số" },
	{ "none", "Không cộng" }, { 0 }
};

struct entry {
	const char *code, *name, *measure, *rule, *numerator, *denominator;
	int64_t decimals;
};

static const struct field entry_fields[] = {
	FIELD(entry, code, "Mã", .max = 20),
	FIELD(entry, name, "Tên chỉ số", .max = 200),
	FIELD(entry, measure, "Đơn vị tính", .max = 40),
	FIELD(entry, decimals, "Số chữ số lẻ", .kind = NUMBER, .optional = true, .max = 2),
	FIELD(entry, rule, "Cách cộng", .max = 20),
	FIELD(entry, numerator, "Tử số", .optional = true, .max = 20),
	FIELD(entry, denominator, "Mẫu số", .optional = true, .max = 20),
	{ 0 }
};

/* The dictionary is no unit's own: the line in the trail says for whom one designs. */
static void
record(struct req *r, const char *action, int64_t id)
{
	struct report_choice *units = report_design_units(r->db, r->mem, r->who.id, r->today);

	if (units)
		may_here(r, "report.design", units->id);
	audit(r, action, id);
}

/* A part of a rate: a count of the dictionary, not the rate itself nor another. */
static int64_t
part_of_rate(struct req *r, const char *field, const char *code, const struct indicator *own)
{
	int64_t id = *code ? indicator_id(r->db, code) : 0;
	struct indicator *i = id ? indicator_get(r->db, r->mem, id) : NULL;

	if (!*code)
		form_wrong(r->form, field, "Tỷ lệ cần mã của cả tử số và mẫu số");
	else if (!i || id == own->id)
		form_wrong(r->form, field, "Mã này chưa có trong danh mục chỉ số");
	else if (!strcmp(i->rule, "rate"))
		form_wrong(r->form, field, "Tỷ lệ tính từ số đếm, không tính từ một tỷ lệ khác");
	return id;
}

static bool
read_entry(struct req *r, struct entry *e, struct indicator *i)
{
	if (form_read(r->form, r->mem, entry_fields, e)) {
		if (!indicator_code_is_lawful(e->code))
			form_wrong(r->form, "code", "Mã chỉ gồm chữ không dấu, số, dấu chấm và gạch dưới");
		if (!report_word_is(rules, e->rule))
			form_wrong(r->form, "rule", "Chọn một cách trong danh sách");
		if (!strcmp(e->rule, "rate")) {
			i->numerator = part_of_rate(r, "numerator", e->numerator, i);
			i->denominator = part_of_rate(r, "denominator", e->denominator, i);
		} else if (*e->numerator || *e->denominator) {
			form_wrong(r->form, *e->numerator ? "numerator" : "denominator",
			    "Chỉ tỷ lệ mới có tử số, mẫu số: để trống hoặc chọn cách tính tỷ lệ");
		}
	}
	i->code = e->code, i->name = e->name, i->measure = e->measure, i->rule = e->rule;
	i->decimals = e->decimals;
	return !form_faults(r->form);
}

static void
show_entry(struct req *r, const struct entry *e)
{
	form_show(r->form, r->view, r->lang, entry_fields, e);
	report_show_words(r, r->view, "RULE", rules, form_typed(r->form, "rule", e->rule));
}

static const struct column indicator_columns[] = {
	{ "code",     "Mã",           CELL_TEXT,  true },
	{ "name",     "Tên chỉ số",   CELL_TEXT,  true },
	{ "measure",  "Đơn vị tính",  CELL_TEXT,  true },
	{ "decimals", "Số chữ số lẻ", CELL_COUNT, true },
	{ "rule",     "Cách cộng",    CELL_TEXT,  true },
	{ "formula",  "Công thức",    CELL_TEXT,  true },
	{ "forms",    "Số mẫu dùng",   CELL_COUNT, true },
	{ 0 }
};

static int
show_indicators(struct req *r, int status, const struct entry *e)
{
	struct table *t = table_new(r, "Danh mục chỉ số", indicator_columns);
	int64_t total = 0;

	for (struct indicator *i = indicators(r->db, r->mem); i; i = i->next, total++) {
		table_row(t, mem_printf(r->mem, "/report/indicator/%lld", (long long)i->id));
		table_text(t, i->code);
		table_text(t, i->name);
		table_text(t, i->measure);
		table_count(t, i->decimals);
		table_text(t, report_word_label(r, rules, i->rule));
		if (i->numerator)
			table_text(t, mem_printf(r->mem, "%s / %s", i->numerator_code,
			    i->denominator_code));
		else
			table_nothing(t, "không có");
		table_count(t, i->forms);
	}
	table_whole(t);
	title(r, tr(r->lang, "Danh mục chỉ số"));
	report_form_crumbs(r, NULL);
	form_open(r, r->view, "/report/indicator");
	show_entry(r, e);
	return table_show(r, status, "report_indicators", t, total,
	    "Danh mục chưa có chỉ số nào. Thêm chỉ số đầu tiên bằng biểu mẫu bên dưới.");
}

static const struct entry nothing = { "", "", "", "sum", "", "", 0 };

int
report_indicators_page(struct req *r)
{
	return show_indicators(r, 200, &nothing);
}

int
report_indicators_add(struct req *r)
{
	struct entry e = nothing;
	struct indicator i = { 0 };

	if (read_entry(r, &e, &i) && indicator_id(r->db, e.code))
		form_wrong(r->form, "code", "Mã này đã có trong danh mục: dùng lại chỉ số đó hoặc chọn mã khác");
	if (form_faults(r->form))
		return show_indicators(r, 422, &e);
	i.id = indicator_add(r->db, &i);
	changed_form(r, entry_fields, &nothing, &e);
	record(r, "indicator.add", i.id);
	said_with(r, "Đã thêm chỉ số {1}", i.name, NULL);
	return go(r, "/report/indicator");
}

static struct entry
entry_of(const struct indicator *i)
{
	return (struct entry){ i->code, i->name, i->measure, i->rule, i->numerator_code,
	    i->denominator_code, i->decimals };
}

static int
show_indicator(struct req *r, int status, const struct indicator *i, const struct entry *e)
{
	title(r, i->name);
	report_form_crumbs(r, NULL);
	crumb(r, tr(r->lang, "Danh mục chỉ số"), "/report/indicator");
	form_open(r, r->view, mem_printf(r->mem, "/report/indicator/%lld", (long long)i->id));
	show_entry(r, e);
	view_text(r->view, "fixed_code", i->code);
	if (i->sent)
		view_add(r->view, "SENT");
	return show(r, status, "report_indicator");
}

static int
as_json(struct req *r, const struct indicator *i)
{
	struct json *j = json_new(r);

	json_int(j, "id", i->id);
	json_text(j, "code", i->code);
	json_text(j, "name", i->name);
	json_text(j, "measure", i->measure);
	json_int(j, "decimals", i->decimals);
	json_text(j, "rule", i->rule);
	json_text(j, "numerator", i->numerator ? i->numerator_code : NULL);
	json_text(j, "denominator", i->denominator ? i->denominator_code : NULL);
	json_int(j, "forms", i->forms);
	return json_show(r, j);
}

int
report_indicator_page(struct req *r)
{
	struct indicator *i = indicator_get(r->db, r->mem, r->id);

	if (!i)
		return 404;
	if (r->face)
		return as_json(r, i);
	struct entry e = entry_of(i);
	return show_indicator(r, 200, i, &e);
}

int
report_indicator_save(struct req *r)
{
	struct indicator *i = indicator_get(r->db, r->mem, r->id), new;
	struct entry e = nothing, old;

	if (!i)
		return 404;
	old = entry_of(i);
	new = (struct indicator){ .id = i->id };
	if (read_entry(r, &e, &new)) {
		if (strcmp(e.code, i->code))
			form_wrong(r->form, "code", "Mã không đổi được: thêm chỉ số mới nếu cần mã khác");
		if (i->sent && (strcmp(e.measure, i->measure) || e.decimals != i->decimals
		    || strcmp(e.rule, i->rule) || new.numerator != i->numerator
		    || new.denominator != i->denominator))
			form_wrong(r->form, "measure", "Đã có báo cáo gửi với chỉ số này, chỉ sửa được"
			    " tên: cần cách tính khác thì thêm chỉ số mới");
		if (indicator_is_elsewhere(r->db, i->id, r->who.id, r->today))
			form_wrong(r->form, "name", "Mẫu của cơ quan khác đang hỏi chỉ số này: thêm chỉ số mới");
		if (!strcmp(e.rule, "rate") && indicator_is_part(r->db, i->id))
			form_wrong(r->form, "rule", "Có tỷ lệ tính từ chỉ số này nên nó phải là số đếm");
	}
	if (form_faults(r->form))
		return show_indicator(r, 422, i, &e);
	indicator_change(r->db, &new);
	changed_form(r, entry_fields, &old, &e);
	record(r, "indicator.change", i->id);
	said_with(r, "Đã lưu chỉ số {1}", new.name, NULL);
	return go(r, "/report/indicator");
}

/* Checks: sums that must be equal, or one at most the other. */

struct sum {
	const char *text, *sum;
};

static const struct field sum_fields[] = {
	FIELD(sum, sum, "Phép tính", .max = 500),
	FIELD(sum, text, "Diễn giải", .max = 300),
	{ 0 }
};

static int
show_sums(struct req *r, int status, const struct sum *s)
{
	struct indicator_check *all = indicator_checks(r->db, r->mem);

	title(r, tr(r->lang, "Phép kiểm tra số liệu"));
	report_form_crumbs(r, NULL);
	form_open(r, r->view, "/report/check");
	form_show(r->form, r->view, r->lang, sum_fields, s);
	struct view *list = view_add(r->view, all ? "CHECKS" : "NONE");
	for (; all; all = all->next) {
		struct view *v = view_add(list, "CHECK");
		view_text(v, "text_of", all->text);
		view_text(v, "sum_of", indicator_sum(r->mem, all->relation, all->terms));
		form_open(r, v, mem_printf(r->mem, "/report/check/%lld/drop", (long long)all->id));
	}
	return show(r, status, "report_checks");
}

int
report_checks_page(struct req *r)
{
	return show_sums(r, 200, &(struct sum){ "", "" });
}

int
report_checks_add(struct req *r)
{
	struct sum s = { "", "" };
	struct indicator_term *terms = NULL;
	const char *relation = "", *wrong = "";

	if (form_read(r->form, r->mem, sum_fields, &s)
	    && !(terms = indicator_terms(r->db, r->mem, s.sum, &relation, &wrong)))
		form_wrong_at(r->form, "sum", tr(r->lang, "Phép tính"), *wrong
		    ? tr_with(r->mem, r->lang, "Mã “{1}” chưa có trong danh mục hoặc viết hai lần",
		    wrong, NULL, NULL)
		    : tr(r->lang, "Viết như dau_ky - thoat + tai + moi = cuoi_ky, hoặc cuoi_ky <= tong_ho"));
	for (struct indicator_term *t = terms; t; t = t->next) {
		struct indicator *i = indicator_get(r->db, r->mem, t->indicator);
		if (i && !strcmp(i->rule, "rate"))
			form_wrong(r->form, "sum", "Phép tính chỉ gồm số đếm, không gồm tỷ lệ");
	}
	if (form_faults(r->form))
		return show_sums(r, 422, &s);
	changed_form(r, sum_fields, &(struct sum){ "", "" }, &s);
	record(r, "indicator_check.add", indicator_check_add(r->db, s.text, relation, terms));
	said_with(r, "Đã thêm phép kiểm tra: {1}", s.text, NULL);
	return go(r, "/report/check");
}

int
report_check_remove(struct req *r)
{
	struct indicator_check *c = indicator_checks(r->db, r->mem);

	while (c && c->id != r->id)
		c = c->next;
	if (!c)
		return 404;
	for (struct indicator_term *t = c->terms; t; t = t->next)
		if (indicator_is_elsewhere(r->db, t->indicator, r->who.id, r->today)) {
			form_wrong(r->form, "sum", "Mẫu của cơ quan khác đang dùng phép tính này nên không bỏ được");
			return show_sums(r, 422, &(struct sum){ "", "" });
		}
	changed(r, "sum", indicator_sum(r->mem, c->relation, c->terms), "");
	changed(r, "text", c->text, "");
	indicator_check_drop(r->db, c->id);
	record(r, "indicator_check.drop", c->id);
	said_with(r, "Đã bỏ phép kiểm tra: {1}", c->text, NULL);
	return go(r, "/report/check");
}
