// office.mjs - the office before its first plan: the administrator, the units, the
// people and what each may do.

import { Person, check, same } from './person.mjs';
import { day } from './portal.mjs';

const word = 'cầu tre lắc lẻo gập ghềnh';

// Nobody is there yet: what the public sees, and where a closed door leads.
export async function emptyHouse(w) {
	const anyone = await Person.come(w.theatre);
	await anyone.go('/');
	await anyone.see('home-nothing-yet', { key: true });
	await anyone.go('/plan');
	await anyone.see('plans-none');
	await anyone.go('/unit');
	await anyone.see('units-first');
	same((await anyone.fetch('/account/people')).status, 303, 'a closed page leads to sign-in');
	await anyone.context.close();
}

export async function administrator(w) {
	const made = w.portal.ctl('account', 'add', 'quan.tri', 'Nông Thị Quản', '--role', 'admin',
		'--office', w.seed.office, '--unit', w.seed.root);
	// one of them stands on all that is printed
	w.theatre.whose = [w.seed.office, ...w.seed.units.map(([, name]) => name), '...............'];
	const admin = w.admin = await Person.come(w.theatre, 'quan.tri', 'Nông Thị Quản',
		made.trim().split('\t')[1]);

	await admin.go('/account/people');
	check(admin.where.startsWith('/account/sign-in?then='), 'who is not signed in is led to it');
	await admin.see('sign-in', { key: true });
	const right = admin.password;
	admin.password = 'không phải thế này';
	await admin.signIn();
	await admin.see('sign-in-refused', { status: 422 });
	same(await admin.page.getByLabel('Tên đăng nhập', { exact: true }).inputValue(), 'quan.tri',
		'the name that was typed is kept');
	admin.password = right;
	await admin.signIn();
	same(admin.where, '/account/password', 'a temporary password must be changed first');
	await admin.see('password-temporary');
	await admin.fill('Mật khẩu đang dùng', admin.password);
	await admin.fill('Mật khẩu mới', '123');
	await admin.fill('Mật khẩu mới, gõ lại', '321');
	await admin.press('Đổi mật khẩu');
	await admin.see('password-refused', { status: 422 });
	await admin.go('/account/people');
	same(admin.where, '/account/password', 'until then no other page is served');
	await admin.choosePassword(word);
	await admin.see('account', { key: true });
	await admin.has('Quản trị');
	await admin.has(`Cổng Thi đua ${w.seed.office}`, 'the office stands beside the portal\'s name');
}

function sheet(rows) {
	const quoted = (cell) => `"${String(cell).replaceAll('"', '""')}"`;
	return Buffer.from('\ufeff' + [['Mã', 'Tên', 'Loại', 'Mã cấp trên', 'Khu vực', 'Từ ngày',
		'Người liên hệ', 'Điện thoại'], ...rows].map((row) => row.map(quoted).join(',')).join('\r\n'));
}

async function importUnits(admin, name, rows) {
	await admin.go('/unit/import');
	await admin.page.getByLabel('Tệp bảng tính', { exact: true }).setInputFiles({ name,
		mimeType: 'text/csv', buffer: sheet(rows) });
	await admin.press('Xem thử');
}

export async function units(w) {
	const { admin, seed } = w;
	const rows = seed.units.map(([code, name, kind, under, contact, phone, region]) =>
		[code, name, kind, under, region ?? '', seed.since, contact, phone]);

	if (seed.kind)
		rows.unshift([seed.root, seed.office, seed.kind, '', '', seed.since, '', '']);
	await admin.go('/unit/import');
	await admin.see('import');
	await importUnits(admin, 'sai.csv', [...rows, ['X1', 'Xã không có cấp trên', 'commune',
		'KHONG', '', seed.since, '', ''], ['', 'Thôn không mã', 'lạ', seed.root, '', '31/02/2020', '', '']]);
	await admin.see('import-bad-rows', { status: 422 });
	await admin.picture('unit-import');
	await admin.has('KHONG', 'the row whose parent is not known is named');
	await importUnits(admin, 'don-vi.csv', rows);
	await admin.see('import-dry-run', { key: true });
	same((await admin.json('/unit.json')).total, 1, 'a dry run adds nothing');
	await admin.press('Ghi tất cả vào cổng');
	same(admin.where, '/unit', 'after the import the tree is shown');
	await admin.see('units', { key: true });
	await admin.picture('units');
	await admin.follow(seed.units[0][1]);
	await admin.see('unit', { key: true });
	w.units = Object.fromEntries((await admin.json('/unit.json')).rows
		.map((row) => [row.code, Number(/\d+$/.exec(row.path ?? row.link)?.[0] ?? row.id)]));
	same(Object.keys(w.units).length, seed.units.length + 1, 'every unit of the sheet is there');
	for (const [page, what] of [['/unit/add', 'unit-add'], ['/unit/group', 'groups-none'],
		['/unit/group/add', 'group-add']]) {
		await admin.go(page);
		await admin.see(what);
	}
}

// Whom the run needs: login, name, role, unit.
function cast({ root, begun: [first, second], idle }) {
	return [
		['specialist', 'chuyen.vien', 'Lương Thị Hạnh', 'Chuyên viên cơ quan thường trực', root],
		['signer', 'lanh.dao', 'Phạm Đức Thắng', 'Lãnh đạo ký ban hành', root],
		['clerk', 'van.thu', 'Bùi Thị Ngọc', 'Văn thư', root],
		['council', 'hoi.dong', 'Trần Văn Thành', 'Thành viên Hội đồng Thi đua - Khen thưởng', root],
		['auditor', 'thanh.tra', 'Đỗ Minh Quang', 'Thanh tra, kiểm toán (chỉ xem)', root],
		['officer', 'nhap.lieu.1', 'Nguyễn Thị Bích', 'Cán bộ nhập liệu của đơn vị', first],
		['leader', 'chu.tich.1', 'Vũ Văn Lâm', 'Lãnh đạo đơn vị (gửi báo cáo)', first],
		['officer2', 'nhap.lieu.2', 'Ngô Thị Diệp', 'Cán bộ nhập liệu của đơn vị', second],
		['leader2', 'chu.tich.2', 'Đặng Văn Ơn', 'Lãnh đạo đơn vị (gửi báo cáo)', second],
		['idler', 'nhap.lieu.3', 'Phan Thị Quế', 'Cán bộ nhập liệu của đơn vị', idle],
	];
}

export async function addPerson(w, [who, login, name, role, unit]) {
	const { admin, theatre } = w;

	await admin.go('/account/people/add');
	await admin.fill('Họ và tên', name);
	await admin.fill('Tên đăng nhập', login);
	await admin.fill('Điện thoại', '0912 345 678', false);
	await admin.choose('Vai trò', { label: role });
	await admin.fill('Đơn vị', unit);
	await admin.fill('Văn bản giao', '12/QĐ-UBND');
	await admin.press('Thêm người dùng');
	w[who] = await Person.come(theatre, login, name, await admin.text('.code'));
	if (who === 'specialist')
		await admin.see('temporary-password', { key: true });
}

export async function settle(w, who) {
	await w[who].signIn();
	same(w[who].where, '/account/password', `${who} must change the password`);
	await w[who].choosePassword(word);
	same(w[who].where, '/account', `${who} has changed it`);
}

export async function people(w) {
	const { admin } = w;

	await admin.go('/account/people/add');
	await admin.see('person-add', { key: true });
	await admin.picture('person-add');
	await admin.fill('Họ và tên', 'Người Thử');
	await admin.fill('Tên đăng nhập', 'người thử');
	await admin.choose('Vai trò', { label: 'Văn thư' });
	await admin.fill('Đơn vị', 'KHONG');
	await admin.fill('Văn bản giao', '01/QĐ');
	await admin.press('Thêm người dùng');
	await admin.see('person-add-refused', { status: 422 });
	for (const one of cast(w.seed))
		await addPerson(w, one);
	await admin.go('/account/people');
	await admin.see('people', { key: true });
	await admin.picture('people');
	await admin.follow('Lương Thị Hạnh');
	await admin.see('person');
	await admin.follow('Giao thêm vai trò');
	await admin.see('person-mandate');
	await admin.go('/account/people?q=khong+co+ai');
	await admin.see('people-none');
	// every one of them chooses a password of his own
	for (const [who] of cast(w.seed))
		await settle(w, who);
	await w.officer.go('/');
	await w.officer.see('home-nothing-to-do', { key: true });
}
