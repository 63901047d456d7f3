-- One operation of Atlas for wrk. All requests are built before the run, so that wrk itself costs little.
-- OP, TOKEN, IDS (a file of project ids) and CURSORS (a file of list cursors) come from the environment.
local op, token = os.getenv("OP"), os.getenv("TOKEN")
local json = { ["Content-Type"] = "application/json" }
local platform = { ["Content-Type"] = "application/json", ["X-Telegram-Bot-Api-Secret-Token"] = "bench-secret" }
local signed = { ["Content-Type"] = "application/json", Authorization = "Bearer " .. (token or "") }

-- Threads that drew the same names would meet as conflicts.
local count = 0
function setup(thread)
  count = count + 1
  thread:set("number", count)
end

local function lines(name)
  local found = {}
  for line in io.lines(os.getenv(name)) do found[#found + 1] = line end
  return found
end

local function words(count)
  local letters, made = "abcdefghijklmnopqrstuvwxyz    ", {}
  for i = 1, count do
    local at = math.random(#letters)
    made[i] = letters:sub(at, at)
  end
  return "x" .. table.concat(made) .. "x"
end

local descriptions = {}
for i = 1, 64 do descriptions[i] = words(148) end

local function project()
  return string.format(
    '{"name":"project-%s","description":"%s","settings":{"theme":"dark","limit":%d,"tags":["a","b","c"],"ratio":0.%d,"on":true}}',
    words(24), descriptions[math.random(64)], math.random(100, 999), math.random(100, 999))
end

local told = 0

local builders = {
  get = function(ids) return wrk.format("GET", "/api/v1/projects/" .. ids[math.random(#ids)], signed) end,
  list = function() return wrk.format("GET", "/api/v1/projects?limit=20", signed) end,
  keyset = function(_, cursors)
    return wrk.format("GET", "/api/v1/projects?limit=20&cursor=" .. cursors[math.random(#cursors)], signed)
  end,
  message = function(_, _, chats)
    return wrk.format("POST", chats[math.random(#chats)], signed, string.format('{"content":"%s"}', descriptions[math.random(64)]))
  end,
  messages = function(_, _, chats)
    return wrk.format("GET", chats[math.random(#chats)] .. "?order=newest_first&limit=50", signed)
  end,
  -- What Telegram sends when somebody says something to the bot; never the same again.
  update = function()
    told = told + 1
    local who = math.random(100000)
    return wrk.format("POST", "/api/v1/webhooks/bots/telegram", platform, string.format(
      '{"update_id":%.0f,"message":{"message_id":%d,"date":1700000000,"text":"%s","chat":{"id":%d,"type":"private"},"from":{"id":%d,"is_bot":false,"first_name":"Somebody"}}}',
      (tonumber(os.getenv("SEED")) * 4 + number) * 1000000 + told, told, descriptions[math.random(64)], who, who))
  end,
  dashboard = function() return wrk.format("GET", "/api/v1/usage/dashboard", signed) end,
  create = function() return wrk.format("POST", "/api/v1/projects", signed, project()) end,
  login = function()
    return wrk.format("POST", "/api/v1/auth/login", json, os.getenv("LOGIN"))
  end,
  ["bare-get"] = function() return wrk.format("GET", "/bare") end,
  ["bare-post"] = function() return wrk.format("POST", "/bare", json, project()) end,
}

-- Names must differ between requests: enough of them for the longest run, made while it runs.
local fresh = { create = true, message = true, update = true }
local many = { get = true, keyset = true, message = true, messages = true }

function init()
  math.randomseed(tonumber(os.getenv("SEED")) + number)
  local ids = op == "get" and lines("IDS") or nil
  local cursors = op == "keyset" and lines("CURSORS") or nil
  local chats = (op == "message" or op == "messages") and lines("CHATS") or nil
  if fresh[op] then
    request = function() return builders[op](ids, cursors, chats) end
    return
  end
  local made, next = {}, 0
  for i = 1, many[op] and 10000 or 1 do made[i] = builders[op](ids, cursors, chats) end
  request = function()
    next = next % #made + 1
    return made[next]
  end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"requests":%d,"us":%d,"errors":%d,"p50_us":%d,"p99_us":%d,"bytes":%d}\n',
    summary.requests, summary.duration, errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99), summary.bytes))
end
