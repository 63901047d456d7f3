class AtlasError(Exception):
    """What Atlas refused, or why it could not be reached.

    status: the HTTP status, 0 if there was no answer. code: stable and dotted, such as "project.name_taken".
    errors: for a value that is not accepted, one {"field", "message"} each.
    """

    def __init__(self, status, code, detail, errors=()):
        super().__init__(detail if not errors else detail + " " + "; ".join(f"{e['field']} {e['message']}" for e in errors))
        self.status, self.code, self.errors = status, code, list(errors)
