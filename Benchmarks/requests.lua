-- Sends the requests of a file one after the other, over and over. A line is: method, path, authorization or cookie header,
-- its value, and the body, parted by tabs; the body may be empty.

local requests = {}
local place = 0

function init(arguments)
    for line in io.lines(arguments[1]) do
        local method, path, name, value, body = line:match("^(%S+)\t(%S+)\t(%S+)\t([^\t]*)\t(.*)$")
        local headers = { [name] = value }
        if body ~= "" then headers["Content-Type"] = "application/json" end
        requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
    end
end

function request()
    place = place % #requests + 1
    return requests[place]
end
