// browser.mjs - the whole run in Chromium with JavaScript off, through nginx, on both
// real plans: from the pasted text to totals up the tree, ranks, awards and
// answers.  Pictures, in tests/out: of each page as the window shows it; with FACES=all of
// each step, whole, at the desk, on a phone and on paper (twice the time).
//
// usage: node tests/browser.mjs, from the root of a built tree

import { Portal, day } from './lib/portal.mjs';
import { Theatre, check, guide, launch, sum } from './lib/person.mjs';
import { seeds } from './lib/seeds.mjs';
import * as office from './lib/office.mjs';
import * as plan from './lib/plan.mjs';
import * as signup from './lib/signup.mjs';
import * as report from './lib/report.mjs';
import * as evaluation from './lib/evaluation.mjs';
import * as award from './lib/award.mjs';
import * as feedback from './lib/feedback.mjs';
import * as task from './lib/task.mjs';
import * as document from './lib/document.mjs';
import { search } from './lib/search.mjs';
import { secondFactor } from './lib/factor.mjs';
import * as limits from './lib/limits.mjs';
import { everyPage } from './lib/rest.mjs';
import { guidePictures } from './lib/guide.mjs';

const steps = [office.emptyHouse, office.administrator, office.units, office.people,
	plan.paste, plan.correct, plan.criteria, plan.recipients, plan.tree, plan.sign, plan.publish,
	plan.acknowledge, plan.annexes,
	report.dictionary, report.design, signup.signUp, signup.whoHasNot,
	report.period, report.fillIn, report.leadersSend, report.review, report.totals, report.late,
	evaluation.round, evaluation.fillSheets, evaluation.leadersSendSheets,
	evaluation.reviewSheets, evaluation.publishRanks,
	award.granters, award.nominate, award.sendNominations, award.decide, award.publicList,
	award.certificate,
	task.giveTask, task.doTask, task.acceptTask, document.propose, document.answerProposal,
	document.proposalOnPaper,
	feedback.sendOpinions, feedback.groupOpinions, feedback.answerOpinions,
	feedback.askAboutDraft, search,
	limits.refusals, limits.trail, report.nextPeriod, limits.lostSession, limits.killed,
	guidePictures, secondFactor,
	limits.english, everyPage, limits.badPaper, limits.signOut, limits.weights];


const only = process.argv[2];	// 'a' or 'b': that plan alone
const browser = await launch();
const { there, absent } = seeds();
const mine = there.filter(({ name }) => !only || name === only);
// What the guide has no picture of.
const apart = new Set(guide ? [limits.english, everyPage, limits.badPaper] : []);
// What hangs on no plan: on one of them.
const once = new Map([[everyPage, mine[0]], ...[plan.annexes, document.proposalOnPaper, feedback.askAboutDraft, limits.trail, secondFactor,
	limits.english, limits.badPaper].map((step) => [step, mine.at(-1)])]);

async function run(seed) {
	const start = Date.now(), portal = await Portal.start();
	try {
		const theatre = await Theatre.open(browser, portal, seed.name);
		const w = { theatre, portal, seed, signupDue: day(10) };
		for (const step of steps) {
			if (apart.has(step) || (once.get(step) ?? seed) !== seed)
				continue;
			const began = Date.now();
			await step(w);
			console.error(`${seed.name} ${step.name} ${Date.now() - began} ms`);
		}
		console.error(`${seed.name} in all ${Math.round((Date.now() - start) / 1000)} s`);
	} catch (e) {
		check(false, `${seed.name}: ${e.stack}`);
	} finally {
		// but for the workers that the run has killed itself
		check(!/error|abort|signal/i.test(portal.log().replace(/^\S+: a worker was ended by signal 9$/gm, '')), `its log: ${portal.log().slice(-500)}`);
		await portal.stop();
	}
}
// Side by side: there are two cores.
await Promise.all(mine.map(run));
await browser.close();
if (absent) {
	sum.skipped += absent;
	console.log(`browser.mjs: ${absent} of the two real plans are not there: skipped, with the sample's plan in their place`);
}
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
process.exit(sum.failed ? 1 : 0);
