-- load.lua - what wrk asks for, and what it tells: one line of JSON.
--
--	wrk ... -s load.lua URL			GET, the same address again and again
--	wrk -t1 ... -s load.lua URL -- FILE	POST, each ticket of the file once (province.c)
--
-- Of tickets the time is taken from the first question to the last answer to one, the middle
-- latency from answer to answer (right for one connection), and one whose answer is not a
-- receipt counts as wrong.  What wrk itself counts holds what it asks for after the last.

local ffi = require "ffi"
ffi.cdef [[
struct bench_time { long s, ns; };
int clock_gettime(int, struct bench_time *);
int getpid(void);
int kill(int, int);
]]
local function now()
	local t = ffi.new("struct bench_time")
	ffi.C.clock_gettime(1, t)
	return tonumber(t.s) + tonumber(t.ns) / 1e9
end

local tickets, asked = {}, 0
answered, wrong, took, middle = 0, 0, 0, 0	-- read by done()

local mine = {}
function setup(thread)
	mine[#mine + 1] = thread
end

function init(args)
	if not args[1] then return end
	for line in io.lines(args[1]) do
		local id, cookie, csrf, once, edition = line:match("(%S+) (%S+) (%S+) (%S+) (%S+)")
		tickets[#tickets + 1] = wrk.format("POST", "/report/" .. id .. "/move", {
			["Host"] = wrk.host .. ":" .. wrk.port,
			["Origin"] = "http://" .. wrk.host .. ":" .. wrk.port,
			["Sec-Fetch-Site"] = "same-origin",
			["Cookie"] = "s=" .. cookie,
			["Content-Type"] = "application/x-www-form-urlencoded",
		}, "csrf=" .. csrf .. "&once=" .. once .. "&move=send&reason=&edition=" .. edition)
	end
	local rest = wrk.format("GET", "/robots.txt")
	local began, tried
	local gaps = {}
	function request()
		if not tried then	-- wrk looks at one beforehand and does not send it
			tried = true
			return rest
		end
		began = began or now()
		asked = asked + 1
		return tickets[asked] or rest
	end
	-- Answers to the rest may come between those to the last tickets.
	function response(status, headers)
		if status == 200 then return end
		answered = answered + 1
		local to = headers["Location"] or ""
		if status ~= 303 or not to:find("/receipt", 1, true) then wrong = wrong + 1 end
		gaps[answered] = now() - began - took
		took = took + gaps[answered]
		if answered < #tickets then return end
		table.sort(gaps)
		middle = gaps[math.ceil(#gaps / 2)]
		-- wrk would sleep to the end of its time; an interrupt is its way to end sooner.
		ffi.C.kill(ffi.C.getpid(), 2)
	end
end

function done(summary, latency)
	local t = mine[1]
	local n, s = summary.requests, summary.duration / 1e6
	local e = summary.errors
	io.write(string.format('{"n":%d,"seconds":%.6f,"bytes":%d,"p50":%.1f,"p99":%.1f,"errors":%d,'
		.. '"answered":%d,"wrong":%d,"took":%.6f,"middle":%.1f}\n', n, s, summary.bytes, latency:percentile(50),
		latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout,
		t:get("answered"), t:get("wrong"), t:get("took"),
		t:get("middle") * 1e6))
end
