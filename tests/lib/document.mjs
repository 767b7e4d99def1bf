// document.mjs - a unit proposes a change of policy: drafted, sent, answered above, accepted.

import { onPaper } from './plan.mjs';
import { day } from './portal.mjs';
import { check, same } from './person.mjs';

export async function propose(w) {
	const { officer, officer2, leader, seed } = w;

	await officer.go('/document');
	await officer.see('document-none');
	await officer.go(`/plan/${w.plan}`);
	await officer.follow('Soạn kiến nghị về kế hoạch này');
	await officer.press('Lưu bản đang soạn');
	await officer.see('document-draft-refused', { status: 422 });
	await officer.fill('Số, ký hiệu', '12/KN-UBND');
	await officer.fill('Ngày văn bản', day());
	await officer.fill('Địa danh', 'Nậm Khao');
	await officer.fill('Cơ quan ban hành', 'Ủy ban nhân dân xã Nậm Khao');
	await officer.fill('Thẩm quyền ký', 'CHỦ TỊCH');
	await officer.fill('Họ tên người ký', 'Lò Văn Ký');
	await officer.fill('Trích yếu', 'Tính ngày công của dân bản vào phần đối ứng khi sửa nhà');
	await officer.fill('Chính sách, văn bản được kiến nghị', 'Quy định về vốn đối ứng khi sửa nhà cho hộ nghèo');
	await officer.fill('Nội dung', 'Hộ nghèo không có tiền mặt để đối ứng.\n\n1. Kiến nghị: tính ngày công '
		+ 'có tổ trưởng ký xác nhận.', true);
	await officer.choose('Gửi cho', { label: seed.office });
	await officer.fill('Hạn trả lời', day(20));
	await officer.picture('document-draft', 'main form[method=post]');
	await officer.press('Lưu bản đang soạn');
	w.document = officer.where;
	check(/^\/document\/\d+$/.test(w.document), `the proposal is kept: ${w.document}`);
	await officer.see('document-draft', { key: true });
	// a word that has no place to break
	for (const [place, signer] of [['N'.repeat(90), 'K'.repeat(90)], ['Nậm Khao', 'Lò Văn Ký']]) {
		await officer.go(`${w.document}/edit`);
		await officer.fill('Địa danh', place);
		await officer.fill('Họ tên người ký', signer);
		await officer.press('Lưu bản đang soạn');
		if (place.length < 90)
			break;
		await officer.see('document-long-word', { key: true });
		await officer.go(`${w.document}/print`);
		await officer.see('document-long-word-print', { key: true });
		await officer.go(w.document);
	}
	await officer.press('Trình lãnh đạo gửi');
	same((await officer2.fetch(w.document)).status, 404, 'a sibling\'s draft');
	await leader.go('/');
	await leader.has('Gửi: Kiến nghị chính sách 12/KN-UBND');
	await leader.go(w.document);
	await leader.see('document-signing');
	await leader.press('Gửi văn bản');
	await leader.see('document-sent', { key: true });
	same((await officer2.fetch(w.document)).status, 404, 'what a sibling has sent');
	await leader.go(`${w.document}/print`);
	await leader.see('document-print');
	await leader.go(`/plan/${w.plan}`);
	await leader.has('Kiến nghị, kết luận về kế hoạch này (1)');
}

export async function answerProposal(w) {
	const { officer, specialist, signer } = w;

	await specialist.go('/');
	await specialist.has('Trả lời: Kiến nghị chính sách 12/KN-UBND');
	await specialist.follow(/^Trả lời: Kiến nghị chính sách/);
	w.documentAnswer = specialist.where;
	await specialist.see('document-answer', { key: true });
	await specialist.press('Trình lãnh đạo gửi');
	await specialist.see('document-answer-refused', { status: 422 });
	await specialist.page.getByLabel('Tiếp thu một phần').check();
	await specialist.fill('Nội dung trả lời', 'Tiếp thu đối với hộ ở bản xa; bản gần vẫn đối ứng như cũ.');
	await specialist.picture('document-answer', 'main');
	await specialist.press('Trình lãnh đạo gửi');
	await signer.go('/');
	await signer.has('Gửi trả lời: Kiến nghị chính sách 12/KN-UBND');
	await signer.go(w.documentAnswer);
	await signer.press('Gửi trả lời');
	await signer.see('document-answer-sent');
	await officer.go('/');
	await officer.has('Tiếp nhận trả lời: Kiến nghị chính sách 12/KN-UBND');
	await officer.go(w.documentAnswer);
	await officer.has('bản gần vẫn đối ứng như cũ');
	await officer.press('Tiếp nhận trả lời');
	await officer.see('document-answer-accepted');
	await officer.go(w.document);
	await officer.has('Đã tiếp nhận trả lời');
	await officer.picture('document-answered', 'main');
	await officer.see('document-answered', { key: true });
	for (const face of ['csv', 'xlsx', 'json'])
		same((await officer.fetch(`/document.${face}`)).status, 200, `the register as .${face}`);
	const found = async (who) => (await who.json('/search.json?q=ban+xa+doi+ung&in=document')).total;
	same(await found(officer), 1, 'an answer that was sent');
	same(await found(w.officer2), 0, 'an answer to a sibling');
}

// On one of the plans alone: the office that opens the .docx takes its time.
export async function proposalOnPaper(w) {
	await w.leader.go(`${w.document}/print`);
	await onPaper(w, w.leader, w.document);
}
