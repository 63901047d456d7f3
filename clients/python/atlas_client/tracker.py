import math, os

from .connection import Connection
from .errors import AtlasError


class ExperimentTracker:
    """The experiments of one project. Ids are strings; times are RFC 3339 in UTC."""

    def __init__(self, url=None, token=None, project=None, **connection):
        url = url or os.environ.get("ATLAS_URL", "http://127.0.0.1:8080")
        token = token or os.environ.get("ATLAS_TOKEN")
        if not token:
            raise ValueError("give a token, or set ATLAS_TOKEN to one (POST /api/v1/me/tokens makes it)")
        self._atlas = Connection(url, token, **connection)
        self.project_id = self._project(project) if project else None

    def _project(self, name):
        """The caller's active project of this name, made if there is none."""
        me = self._atlas.get("/me")["id"]
        for project in self._atlas.pages("/projects", limit=200):
            if project["name"] == name and project["owner_id"] == me:
                return project["id"]
        return self._atlas.post("/projects", {"name": name})["id"]

    def create_experiment(self, **fields):
        """Starts an experiment and gives its id. `project_id` may name another project."""
        fields.setdefault("project_id", self.project_id)
        return self._atlas.post("/experiments", fields)["id"]

    def log_epoch(self, experiment_id, epoch, metrics, timing=None, memory=None):
        """Records an epoch; again for the same one replaces its metrics and keeps a timing not given."""
        given = {"metrics": {name: _wire(value) for name, value in metrics.items()}, "timing": timing, "memory": memory}
        return self._atlas.put(f"/experiments/{experiment_id}/epochs/{epoch}", {k: v for k, v in given.items() if v is not None})

    def save_checkpoint(self, experiment_id, epoch, metrics, file_info=None, is_best=False):
        """Records a checkpoint. The best one takes that over from the best before."""
        body = {"epoch": epoch, "metrics": {name: _wire(value) for name, value in metrics.items()}, "is_best": is_best}
        if file_info is not None:
            body["file"] = file_info
        return self._atlas.post(f"/experiments/{experiment_id}/checkpoints", body)["id"]

    def update_experiment_status(self, experiment_id, status, **fields):
        """Moves it to running, completed, failed or stopped; `metrics` are merged into those it has."""
        return self._atlas.post(f"/experiments/{experiment_id}/status", {"status": status, **fields})

    def get_best_models(self, challenge=None, n=10, metric="best_val_loss", direction="min"):
        """The completed experiments ranked by a metric; those without it are left out."""
        return self._atlas.get("/experiments/best", metric=metric, direction=direction, challenge=challenge,
                               project=self.project_id, limit=n)["items"]

    def search_experiments(self, limit=None, **filters):
        """Newest first: by status, challenge, tag, model, started_after, started_before."""
        found = []
        for experiment in self._atlas.pages("/experiments", project=self.project_id, **filters):
            if limit is not None and len(found) >= limit:
                break
            found.append(experiment)
        return found

    def get_experiment_history(self, experiment_id):
        """{"experiment", "epochs", "checkpoints"}, both lists by epoch; None if there is no such experiment."""
        try:
            return self._atlas.get(f"/experiments/{experiment_id}/history")
        except AtlasError as error:
            if error.status == 404:
                return None
            raise

    def compare_experiments(self, experiment_ids):
        """Rows in the order asked for, the ids that are missing, and where the rows differ."""
        return self._atlas.ask("/experiments/compare", {"ids": list(experiment_ids)})

    def close(self):
        """Nothing is kept open; here for scripts that call it."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _wire(value):
    """JSON has no number for these; Atlas takes their names."""
    value = float(value)
    if math.isnan(value):
        return "NaN"
    return value if math.isfinite(value) else ("Infinity" if value > 0 else "-Infinity")
