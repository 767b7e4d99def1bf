// seeds.mjs - the two real plans, where they lie beside the tree, and for each the
// place that the test builds for it: units of every class that the plan names.
// Without them the sample's own plan serves in their stead.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const where = process.env.SEEDS ?? '../shared/seeds';

const department = 'Sở, ban, ngành', front = 'Mặt trận Tổ quốc, đoàn thể',
	district = 'Huyện, thành phố thuộc tỉnh (đến 30/6/2025)',
	agency = 'Cơ quan, đơn vị trực thuộc', commune = 'Xã, phường, thị trấn, đặc khu',
	village = 'Thôn, bản, tổ dân phố, khu dân cư', enterprise = 'Doanh nghiệp, hợp tác xã';

const province = {
	office: 'UBND tỉnh Lạng Sơn', root: 'LS', since: '01/01/2016',
	units: [	// code, name, kind, under, whom to call, phone
		['SNV', 'Sở Nội vụ', 'department', 'LS', 'Hoàng Thị Mai', '0205 111 2001'],
		['SLD', 'Sở Lao động - Thương binh và Xã hội', 'department', 'LS', 'Vi Văn Tám', '0205 111 2002'],
		['MTT', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'front', 'LS', 'Lý Thị Dung', '0205 111 2003'],
		['HCL', 'Huyện Chi Lăng', 'district', 'LS', 'Nông Văn Bảy', '0205 111 2004'],
		['HVQ', 'Huyện Văn Quan', 'district', 'LS', 'Triệu Thị Hợi', '0205 111 2005'],
		['XVT', 'Xã Vạn Thủy', 'commune', 'HCL', 'Hứa Văn Sáu', '0205 111 3001'],
		['XQS', 'Xã Quan Sơn', 'commune', 'HCL', 'Lâm Thị Nga', '0205 111 3002'],
		['XTA', 'Xã Tràng An', 'commune', 'HVQ', 'Chu Văn Kỷ', '0205 111 3003'],
		['TNP', 'Thôn Nà Pàn', 'village', 'XVT', 'Mã Thị Lan', '0205 111 4001'],
		['TKT', 'Thôn Khuổi Tát và khu dân cư tái định cư Nà Lùng ven đường quốc lộ', 'village', 'XQS', 'Dương Văn Ích', '0205 111 4002'],
		['HTX', 'Hợp tác xã Na Đồng Mỏ', 'enterprise', 'HCL', 'Bế Văn Út', '0205 111 5001'],
	],
	begun: ['XVT', 'XTA'], idle: 'XQS',
	summed: [['HCL', ['XVT']], ['HVQ', ['XTA']]],
	classes: [[department, front], [district], [commune], [village], [], [], [enterprise]],
	counts: [3, 4, 4, 5, 5, 1, 3],
	head: { number: '165/KH-UBND', date: '2017-09-26', place: 'Lạng Sơn',
		signer_name: 'Hồ Tiến Thiệu', period_from: '2016', period_to: '2020' },
	missing: [], recipients: 10,
	bound: [[8, 'Thực hiện', district]], added: ['UBND các xã, phường, thị trấn', commune],
	found: 'ho ngheo', clause: 'II.3',
};

const districtPlace = {
	office: 'UBND huyện Quỳnh Nhai', root: 'QN', since: '01/01/2021', kind: 'district',
	units: [
		['PNV', 'Phòng Nội vụ', 'agency', 'QN', 'Lò Thị Xuân', '0212 222 2001'],
		['PLD', 'Phòng Lao động, Thương binh và Xã hội', 'agency', 'QN', 'Quàng Văn Hặc', '0212 222 2002'],
		['MTH', 'Ủy ban Mặt trận Tổ quốc Việt Nam huyện', 'front', 'QN', 'Cà Thị Phương', '0212 222 2003'],
		['XMG', 'Xã Mường Giàng', 'commune', 'QN', 'Điêu Văn Hom', '0212 222 3001', 'I'],
		['XCO', 'Xã Chiềng Ơn', 'commune', 'QN', 'Lường Thị Inh', '0212 222 3002', 'II'],
		['XMS', 'Xã Mường Sại', 'commune', 'QN', 'Hoàng Văn Ún', '0212 222 3003', 'III'],
		['BPU', 'Bản Phiêng Ún', 'village', 'XMG', 'Bạc Thị Tươi', '0212 222 4001', 'II'],
		['XBM', 'Xóm Bó Mướt', 'village', 'XCO', 'Tòng Văn Pâng', '0212 222 4002', 'III'],
		['DNT', 'Công ty Thủy sản lòng hồ Quỳnh Nhai', 'enterprise', 'QN', 'Là Văn Chung', '0212 222 5001'],
	],
	begun: ['XMG', 'XCO'], idle: 'XMS',
	summed: [['XMG', ['XMG']], ['XCO', ['XCO']]],
	classes: [[agency, front], [commune], [village], [], [], [enterprise]],
	counts: [3, 4, 4, 4, 1, 3],
	head: { number: null, date: null, place: null, signer_name: null,
		period_from: '2021', period_to: '2025' },
	missing: ['Số văn bản', 'Ngày ban hành', 'Địa danh', 'Họ tên người ký'], recipients: 6,
	correct: { 'Số, ký hiệu': '57/KH-UBND', 'Ngày ban hành': '15/8/2022',
		'Địa danh': 'Quỳnh Nhai', 'Họ tên người ký': 'Điêu Thị Hồng Mây' },
	bound: [[5, 'Thực hiện', commune]], added: ['Các phòng, ban thuộc huyện', agency],
	found: 'thoat ngheo', clause: 'III.2.2',
	grants: 'XMG',	// since 01/7/2025 no district grants anything
};

// The sample's own plan, of two tiers.
const sample = {
	office: 'UBND tỉnh Hà Lâm', root: '31', since: '01/7/2025',
	units: [
		['SNV', 'Sở Nội vụ', 'department', '31', 'Nguyễn Đức Thắng', '0217 333 2001'],
		['MTT', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'front', '31', 'Vi Thị Mận', '0217 333 2002'],
		['XNK', 'Xã Nậm Khao', 'commune', '31', 'Lò Văn Pao', '0217 333 3001', 'III'],
		['XHL', 'Xã Hồng Lý', 'commune', '31', 'Đinh Thị Vân', '0217 333 3002', 'I'],
		['PTS', 'Phường Tân Sơn', 'commune', '31', 'Hà Văn Quý', '0217 333 3003'],
		['BNK', 'Bản Nà Khoang', 'village', 'XNK', 'Lò Thị Ỏ', '0217 333 4001', 'III'],
		['HTX', 'Hợp tác xã Chè Hồng Lý', 'enterprise', 'XHL', 'Đinh Văn Ưu', '0217 333 5001'],
	],
	begun: ['XNK', 'XHL'], idle: 'PTS',
	summed: [['XNK', ['XNK']], ['XHL', ['XHL']]],
	classes: [[department, front], [commune], [village], [enterprise]],
	counts: [3, 4, 2, 2],
	head: { number: '118/KH-UBND', date: '2026-03-12', place: 'Hà Lâm',
		signer_name: 'Vi Thị Ngân', period_from: '2026', period_to: '2030' },
	missing: [], recipients: 7,
	bound: [[5, 'Thực hiện', commune]], added: ['Sở Nội vụ, các sở', department],
	found: 'ho ngheo', clause: 'III.2',
};

// Each with the plan's text; and how many of the real ones are not there.
export function seeds() {
	const there = [['a', province, '000_e110fd57d87319b6.txt'],
		['b', districtPlace, '003_ac96555d6c6a96af.txt']]
		.map(([name, place, file]) => ({ name, ...place, file: path.join(where, file) }))
		.filter(({ file }) => existsSync(file));
	const absent = 2 - there.length;
	if (absent)
		there.push({ name: 'sample', ...sample, file: 'db/sample/plan.txt' });
	return { absent, there: there.map((seed) =>
		({ ...seed, text: readFileSync(seed.file, 'utf8') })) };
}
