-- Sends the prepared letters of the file BENCH_LETTERS, each once, beginning with BENCH_FIRST, each
-- from a network of its own. Bodies end with a zero byte.
local bodies = {}
local turn = 0
local headers = {
  ["Content-Type"] = "multipart/form-data; boundary=----thu",
  ["Host"] = "localhost",
}

function init()
  local file = io.open(os.getenv("BENCH_LETTERS"), "rb")
  for body in string.gmatch(file:read("*a"), "([^%z]+)%z") do bodies[#bodies + 1] = body end
  file:close()
  turn = tonumber(os.getenv("BENCH_FIRST"))
end

function request()
  turn = turn + 1
  headers["X-Forwarded-For"] = string.format("10.%d.%d.7", math.floor(turn / 256) % 256, turn % 256)
  return wrk.format("POST", os.getenv("BENCH_PATH"), headers, bodies[(turn - 1) % #bodies + 1])
end
