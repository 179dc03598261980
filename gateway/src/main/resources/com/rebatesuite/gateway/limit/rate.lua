-- Counts one request of a caller. KEYS: the caller. ARGV: the cost of a request and how far ahead a caller may be.
-- Answers 0, or how long to wait. All times are microseconds; LocalRates decides the very same way.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local due = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local wait = due - now - ARGV[2]
if wait > 0 then
  return wait
end
due = due + ARGV[1]
redis.call('SET', KEYS[1], string.format('%.0f', due), 'PX', math.ceil((due - now) / 1000))
return 0
