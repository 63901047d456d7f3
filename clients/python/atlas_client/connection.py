import json, random, time, urllib.error, urllib.parse, urllib.request, uuid

from .errors import AtlasError

RETRIED = {429, 503}


class Connection:
    """Sends requests to one Atlas, again where that is safe. Not for several threads at once."""

    def __init__(self, url, token, timeout=30, patience=60):
        self.base, self.token = url.rstrip("/") + "/api/v1", token
        self.timeout, self.patience = timeout, patience

    def get(self, path, **query):
        given = {name: value for name, value in query.items() if value is not None}
        return self._send("GET", path + ("?" + urllib.parse.urlencode(given, doseq=True) if given else ""), None, {})

    def post(self, path, body):
        """Writes, once however often it is sent."""
        return self._send("POST", path, body, {"Idempotency-Key": str(uuid.uuid4())})

    def ask(self, path, body):
        """Asks a question that is too long for an address."""
        return self._send("POST", path, body, {})

    def put(self, path, body):
        return self._send("PUT", path, body, {})

    def pages(self, path, **query):
        """All items of a list, page by page."""
        cursor = None
        while True:
            page = self.get(path, cursor=cursor, **query)
            yield from page["items"]
            cursor = page.get("next")
            if cursor is None:
                return

    def _send(self, method, path, body, headers):
        """The same request, keys included, until it is answered or patience ends."""
        ends, attempt = time.monotonic() + self.patience, 0
        while True:
            try:
                return self._once(method, path, body, headers)
            except AtlasError as refused:
                wait = min(10, 0.2 * 2**attempt) * random.uniform(0.5, 1.0)
                wait = max(wait, getattr(refused, "retry_after", 0))
                if refused.status not in RETRIED | {0} or time.monotonic() + wait > ends:
                    raise
                time.sleep(wait)
                attempt += 1

    def _once(self, method, path, body, headers):
        data = None if body is None else json.dumps(body, allow_nan=False).encode()
        request = urllib.request.Request(self.base + path, data, method=method, headers={
            "Authorization": f"Bearer {self.token}", "Content-Type": "application/json", "Accept": "application/json", **headers})
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as answer:
                content = answer.read()
                return json.loads(content) if content else None
        except urllib.error.HTTPError as answer:
            raise _refusal(answer) from None
        except (urllib.error.URLError, TimeoutError, ConnectionError) as e:
            raise AtlasError(0, "client.unreachable", f"Atlas at {self.base} does not answer: {e}") from e


def _refusal(answer):
    try:
        problem = json.loads(answer.read())
    except ValueError:
        problem = {}
    error = AtlasError(answer.code, problem.get("code", "client.no_problem"),
                       problem.get("detail", f"Atlas answered {answer.code}."), problem.get("errors", ()))
    wait = answer.headers.get("Retry-After", "")
    error.retry_after = int(wait) if wait.isdigit() else 0
    return error
