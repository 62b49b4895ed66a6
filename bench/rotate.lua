-- Ask for the addresses in BENCH_PATHS (one a line) in turn, so that no single page stays hot.
local requests = {}
local turn = 0

function init()
  for path in string.gmatch(os.getenv("BENCH_PATHS"), "[^\n]+") do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end
