"""Against a real Atlas: ATLAS_URL and ATLAS_TOKEN name it."""
import unittest, uuid

from atlas_client import AtlasError, ExperimentTracker


class TrackerTest(unittest.TestCase):
    def setUp(self):
        self.tracker = ExperimentTracker(project=f"client {uuid.uuid4()}")

    def test_a_project_is_made_once(self):
        name = f"client {uuid.uuid4()}"
        self.assertEqual(ExperimentTracker(project=name).project_id, ExperimentTracker(project=name).project_id)

    def test_an_experiment_from_start_to_end(self):
        run = self.tracker.create_experiment(experiment_name="eegnex", challenge=1, config={"learning_rate": 0.002})
        for epoch in range(5):
            self.tracker.log_epoch(run, epoch, {"val_loss": 0.18 - 0.015 * epoch}, timing={"duration_seconds": 3200 + 50 * epoch})
        self.tracker.log_epoch(run, 2, {"val_loss": float("nan")})
        self.tracker.save_checkpoint(run, 3, {"val_loss": 0.135}, {"path": "epoch3.pth"})
        best = self.tracker.save_checkpoint(run, 4, {"val_loss": 0.12}, is_best=True)
        self.tracker.update_experiment_status(run, "completed", metrics={"best_val_loss": 0.12})

        history = self.tracker.get_experiment_history(run)
        self.assertEqual([0, 1, 2, 3, 4], [epoch["epoch"] for epoch in history["epochs"]])
        self.assertEqual("NaN", history["epochs"][2]["metrics"]["val_loss"])
        self.assertEqual(3300, history["epochs"][2]["timing"]["duration_seconds"])
        self.assertEqual([best], [each["id"] for each in history["checkpoints"] if each["is_best"]])
        self.assertEqual([run], [each["id"] for each in self.tracker.search_experiments(status="completed")])
        self.assertEqual(1, len(self.tracker.get_best_models(challenge=1)))
        self.assertEqual([], self.tracker.get_best_models(challenge=2))

    def test_what_is_refused_says_why(self):
        run = self.tracker.create_experiment(experiment_name="eegnex")
        with self.assertRaises(AtlasError) as refused:
            self.tracker.log_epoch(run, -1, {})
        self.assertIn(refused.exception.status, (400, 404, 422))
        self.assertIsNone(self.tracker.get_experiment_history(str(uuid.uuid4())))
        comparison = self.tracker.compare_experiments([run, str(uuid.uuid4())])
        self.assertEqual(1, len(comparison["missing"]))


if __name__ == "__main__":
    unittest.main()
