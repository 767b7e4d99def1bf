// award.mjs - nominations, the decision, and what the public sees of it: who has not
// agreed to be named is named nowhere.

import { Person, check, same } from './person.mjs';
import { day } from './portal.mjs';
import { addPerson, settle } from './office.mjs';

const here = (w, rest = '') => `/award/${w.award}${rest}`;
const year = day().slice(6);
const number = '2417/QĐ-UBND';
const named = 'Hộ ông Ngần Văn Bương', unnamed = 'Hộ bà Khoàng Thị Ỉnh';
const person = 'Quàng Thị Ếch', hidden = 'khoang thi inh';

const names = { 'Tập thể': 'Tên tập thể', 'Cá nhân': 'Họ và tên', 'Hộ gia đình': 'Tên hộ gia đình' };

// What each is: subject, name, group, consent.
const nominees = (w) => [
	['Tập thể', w.seed.units.find(([code]) => code === w.seed.begun[0])[1],
		'Tập thể khác', false],
	['Hộ gia đình', named, 'Hộ gia đình', true],
	['Hộ gia đình', unnamed, 'Hộ gia đình', false],
	['Cá nhân', person, 'Người trực tiếp lao động, công tác', true],
];

// Who decides where the root may not grant.
export async function granters(w) {
	const { seed } = w;

	w.appraiser = w.specialist, w.granter = w.signer, w.recorder = w.clerk;
	if (!seed.grants)
		return;
	const cast = [
		['appraiser', 'thi.dua.xa', 'Hà Thị Bưởi', 'Chuyên viên cơ quan thường trực', seed.grants],
		['granter', 'chu.tich.xa', 'Điêu Văn Ỏn', 'Lãnh đạo ký ban hành', seed.grants],
		['recorder', 'van.thu.xa', 'Lừ Thị Ê', 'Văn thư', seed.grants],
	];
	await w.admin.wake();
	for (const one of cast) {
		await addPerson(w, one);
		await settle(w, one[0]);
	}
}

export async function nominate(w) {
	const { officer, seed } = w;

	await officer.go('/award');
	await officer.see('awards-none');
	await officer.go('/award/nomination');
	await officer.see('nominations-none');
	w.nominations = [];
	for (const [n, [subject, name, group, consent]] of nominees(w).entries()) {
		await officer.go('/award/nomination');
		await officer.follow('Lập đề nghị');
		if (!n)
			await officer.see('nomination-begin', { key: true });
		await officer.page.getByLabel(subject, { exact: true }).check();
		await officer.choose('Phong trào', String(w.plan));
		await officer.press('Tiếp tục');
		if (!n) {
			await officer.press('Lưu nháp');
			await officer.see('nomination-refused', { status: 422 });
		}
		await officer.fill(names[subject], name);
		if (n !== 2)		// without a unit it is of the one that nominates
			await officer.fill('Thuộc đơn vị', seed.begun[0]);
		await officer.choose('Nhóm đối tượng', { label: group });
		await officer.choose('Danh hiệu, hình thức', { label: seed.grants ? 'Giấy khen'
			: 'Bằng khen của Chủ tịch UBND tỉnh' });
		await officer.fill('Thành tích từ ngày', day(-200));
		await officer.fill('Đến ngày', day(-20));
		if (n)		// the first is filled from its unit's reports
			await officer.fill('Báo cáo thành tích', 'Giúp ba hộ có việc làm, một hộ thoát nghèo.');
		if (n === 1) {
			await officer.see('nomination-form', { key: true });
			await officer.picture('nomination-form', 'main form');
		}
		await officer.press('Lưu nháp');
		w.nominations.push(Number(/^\/award\/nomination\/(\d+)$/.exec(officer.where)?.[1]));
		check(w.nominations[n] > 0, `${name} is nominated: ${officer.where}`);
		if (!n) {
			await officer.has('Hộ thoát nghèo', 'the figures of its reports');
			await officer.has('Hồ sơ còn thiếu', 'what its dossier lacks');
			await officer.see('nomination', { key: true });
		}
		if (!consent)
			continue;
		await officer.follow('Đồng ý nêu tên');
		await officer.fill('Ngày đồng ý', day(-1));
		await officer.fill('Hình thức đồng ý', 'Ký phiếu tại nhà');
		await officer.fill('Giấy tờ lưu', `Phiếu ${n}/PĐY`);
		if (n === 1) {
			await officer.see('nomination-consent', { key: true });
			await officer.picture('nomination-consent');
		}
		await officer.press('Ghi đồng ý nêu tên');
	}
	same((await w.officer2.fetch(`/award/nomination/${w.nominations[0]}`)).status, 404,
		'a sibling\'s nomination');
}

export async function sendNominations(w) {
	const { officer, leader, appraiser } = w;

	for (const [n, id] of w.nominations.entries()) {
		await officer.go(`/award/nomination/${id}`);
		await officer.press('Trình lãnh đạo');
		await officer.has('Đề nghị đang chờ lãnh đạo', 'who sends it');
		if (!n)
			await officer.see('nomination-waits', { key: true });
	}
	await leader.go('/');
	await leader.has('đề nghị khen thưởng', 'they are in the leader\'s list');
	for (const [n, id] of w.nominations.entries()) {
		await leader.go(`/award/nomination/${id}`);
		await leader.follow('Gửi đề nghị');
		if (!n) {
			await leader.see('nomination-send', { key: true });
			await leader.picture('nomination-send');
		}
		await leader.press('Gửi đề nghị');
		await leader.has('Đã gửi đề nghị tới');
	}
	await appraiser.go('/award/nomination?state=submitted');
	await appraiser.see('nominations', { key: true });
	for (const [n, id] of w.nominations.entries()) {
		await appraiser.go(`/award/nomination/${id}`);
		if (!n) {
			await appraiser.see('nomination-appraise', { key: true });
			await appraiser.picture('nomination-appraise');
		}
		await appraiser.press('Tiếp nhận hồ sơ');
		await appraiser.has('Đang thẩm định');
	}
}

export async function decide(w) {
	const { appraiser, granter, recorder, officer } = w;
	const anyone = await Person.come(w.theatre);

	await appraiser.go('/award/add');
	await appraiser.fill('Trích yếu', `Khen thưởng ${unnamed}`);
	for (const [, name] of nominees(w))
		await appraiser.page.getByLabel(name, { exact: true }).first().check();
	await appraiser.press('Lưu dự thảo');
	await appraiser.see('award-add-refused', { status: 422 });
	await appraiser.go('/award/add');
	for (const [, name] of nominees(w))
		await appraiser.page.getByLabel(name, { exact: true }).first().check();
	await appraiser.fill('Trích yếu', `Khen thưởng phong trào thi đua vì người nghèo năm ${year}`);
	await appraiser.choose('Phong trào', String(w.plan));
	await appraiser.see('award-add', { key: true });
	await appraiser.picture('award-add', '#pick');
	await appraiser.press('Lưu dự thảo');
	w.award = Number(/^\/award\/(\d+)$/.exec(appraiser.where)?.[1]);
	check(w.award > 0, `the decision is drafted: ${appraiser.where}`);
	await appraiser.see('award-draft', { key: true });
	same((await anyone.fetch(here(w))).status, 404, 'a draft is not public');
	same((await officer.fetch(here(w))).status, 404, 'nor the nominator\'s');
	await appraiser.press('Trình ký quyết định');
	await granter.go(here(w));
	await granter.see('award-sign', { key: true });
	await granter.picture('award-sign');
	await granter.press('Ký quyết định');
	await recorder.go(here(w));
	await recorder.follow('Cấp số, ghi sổ');
	await recorder.press('Kiểm tra trước khi ban hành');
	await recorder.see('award-issue-refused', { status: 422 });
	await recorder.go(here(w, '/issue'));
	await recorder.fill('Số, ký hiệu', number);
	await recorder.fill('Ngày quyết định', day());
	await recorder.fill('Chức vụ người ký', 'Chủ tịch');
	await recorder.fill('Số vào sổ đầu tiên', '15');
	await recorder.see('award-issue', { key: true });
	await recorder.picture('award-issue');
	await recorder.press('Kiểm tra trước khi ban hành');
	await recorder.see('award-issue-check', { key: true });
	await recorder.picture('award-issue-check');
	await recorder.has('chỉ tính số lượng', 'who is not named');
	await recorder.has(w.granter.name, 'who approved it is offered first');
	await recorder.press('Ban hành, công khai danh sách');
	same(recorder.where, here(w), 'the list is published');
	await recorder.go('/award/register');
	await recorder.see('award-register', { key: true });
	await recorder.picture('award-register');
	await recorder.has(unnamed, 'the register has every name');
	await anyone.context.close();
}

// Who has not agreed is a number at a place, in every face and every search.
export async function publicList(w) {
	const anyone = await Person.come(w.theatre);
	const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd')
		.toLowerCase();

	await anyone.go('/award');
	await anyone.see('awards', { key: true });
	await anyone.go(here(w));
	await anyone.see('award-public', { key: true });
	await anyone.picture('award-public');
	await anyone.has(named, 'a household that agreed');
	await anyone.has(person, 'a person who agreed');
	await anyone.has('1 hộ gia đình ở', 'the household that did not, as a number');
	await anyone.go('/award/count');
	await anyone.see('award-count', { key: true });
	await anyone.go('/award/form');
	await anyone.see('award-forms', { key: true });
	const q = encodeURIComponent(hidden);
	for (const target of [here(w), here(w, '?page=all'), here(w, '.csv'), here(w, '.json'),
		here(w, '?sort=name'), here(w, '?sort=-name'), '/award', '/award.csv', '/award.json',
		'/award/count', '/award/count.csv', '/', '/search?q=khoang', '/search.json?q=inh',
		`/award/check?number=${encodeURIComponent(number)}&book=17&year=${year}`]) {
		const { status, text } = await anyone.fetch(target);
		same(status, 200, target);
		check(!plain(text).includes(hidden), `${target} names who has not agreed`);
	}
	same((await anyone.fetch(here(w, '.xlsx'))).status, 200, 'the list as .xlsx');
	// asked by name, the answer is that of a name that nobody bears
	for (const of of [(words) => here(w, `.json?q=${words}`), (words) => `/award.json?q=${words}`,
		(words) => `/search.json?q=${words}`]) {
		const bare = async (words) => (await anyone.fetch(of(encodeURIComponent(words)))).text
			.replaceAll(words, '').replace(/"at":"?[^,}]*/g, '');
		same(await bare(hidden), await bare('zuang xi'), `${of('')} asked by name`);
	}
	check((await anyone.json(`/search.json?q=${encodeURIComponent('ngan van buong')}`)).total > 0,
		'a household that agreed is found without marks');
	for (const target of ['/award/register', '/award/nomination'])
		same((await anyone.fetch(target)).status, 303, `${target} is not public`);
	same((await anyone.fetch(`/award?q=${q}`)).status, 200, 'asked by name');
	await anyone.context.close();
}

export async function certificate(w) {
	const anyone = await Person.come(w.theatre);
	const ask = async (book) => {
		await anyone.go('/award/check');
		await anyone.fill('Số quyết định', number);
		await anyone.fill('Số vào sổ', book);
		await anyone.fill('Năm', year);
		await anyone.press('Kiểm tra');
	};

	await ask('15');
	await anyone.has('Có trong sổ và còn giá trị');
	await anyone.see('award-check', { key: true });
	await anyone.picture('award-check');
	await ask('99');
	await anyone.has('Không thấy trong sổ');
	await anyone.see('award-check-unknown');
	await ask('mười');
	await anyone.see('award-check-refused', { status: 422 });
	await anyone.context.close();
}
