package dev.atlas.contract.tracker;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;

/** A file with the runs, the history and the oddities that were measured on a tracker's real file. */
public final class TrackerSample {

    private static final Set<Integer> SIXTEEN = Set.of(24, 25, 27, 28, 29, 30, 31, 32, 36, 37);

    private TrackerSample() {}

    /** Writes it as a new file, and answers where. */
    public static Path write(Path path) throws SQLException {
        try (TrackerFile file = TrackerFile.empty(path)) {
            for (int run = 1; run <= 37; run++) {
                file.row(
                        "training_runs",
                        run,
                        2,
                        "EEGNeX_R1R2",
                        start(run),
                        null,
                        "running",
                        null,
                        null,
                        null,
                        config(run),
                        null);
            }
            file.row(
                    "epoch_history",
                    1,
                    32,
                    1,
                    0.0454933154760881,
                    8.361908551849905e-05,
                    0.002,
                    107447.3208181858,
                    "2025-10-21T20:06:37.538446");
            file.row(
                    "epoch_history",
                    2,
                    34,
                    1,
                    0.13729459273315386,
                    0.03532363846898079,
                    0.002,
                    117659.19770765305,
                    "2025-10-23T08:13:00.491040");
            file.row(
                    "epoch_history",
                    3,
                    35,
                    1,
                    0.1214719217192524,
                    0.01937471033794246,
                    0.002,
                    117708.2744641304,
                    "2025-10-23T08:13:54.313882");
            file.row(
                    "epoch_history",
                    4,
                    34,
                    2,
                    0.07811927504644588,
                    0.0217556671097214,
                    0.002,
                    111436.32119965553,
                    "2025-10-24T15:10:16.897823");
            file.row(
                    "epoch_history",
                    5,
                    35,
                    2,
                    0.07154722659677525,
                    0.0031861125415860872,
                    0.002,
                    111481.5844745636,
                    "2025-10-24T15:11:55.994955");
            best(file, 1, 32, 1, 8.361908551849905e-05, "2025-10-21T20:06:37.625213");
            best(file, 2, 34, 1, 0.03532363846898079, "2025-10-23T08:13:00.558539");
            best(file, 3, 35, 1, 0.01937471033794246, "2025-10-23T08:13:54.385264");
            best(file, 4, 34, 2, 0.0217556671097214, "2025-10-24T15:10:16.960928");
            best(file, 5, 35, 2, 0.0031861125415860872, "2025-10-24T15:11:56.052068");
            file.row("config", "db_version", "1.0", "Database version");
            file.row("config", "created_at", "2025-10-19T15:32:37.141651", "Creation");
            file.row("config", "cache_dir", "data/cached", "Cache");
            file.row("config", "checkpoints_dir", "checkpoints", "Checkpoints");
        }
        return path;
    }

    private static void best(TrackerFile file, int id, int run, int epoch, double loss, String time)
            throws SQLException {
        String path = "/home/somebody/checkpoints/challenge2_r1r2_epoch" + epoch + ".pth";
        file.row("model_checkpoints", id, run, epoch, loss, path, null, time, new byte[] {1});
    }

    private static String start(int run) {
        return switch (run) {
            case 1 -> "2025-10-19T18:32:26.111910";
            case 37 -> "2025-10-22T12:13:39.630116";
            default -> "2025-10-20T%02d:%02d:00.000001".formatted(run / 2, run % 2 * 30);
        };
    }

    private static String config(int run) {
        StringBuilder config = new StringBuilder("{\"batch_size\": " + batchSize(run));
        config.append(", \"max_epochs\": ").append(maxEpochs(run));
        config.append(", \"learning_rate\": 0.002, \"patience\": 5, \"crop_size\": 2.0, \"model\": \"EEGNeX\"");
        config.append(", \"optimizer\": \"Adamax\", \"loss\": \"L1\", \"note\": \"\"");
        if (run >= 14) {
            config.append(", \"prefetch_factor\": ").append(run <= 15 ? "4" : run <= 21 ? "2" : "null");
            config.append(", \"persistent_workers\": ").append(run <= 15 || run == 33);
            config.append(", \"amp\": ").append(run <= 16);
        }
        return config.append('}').toString();
    }

    private static int batchSize(int run) {
        if (SIXTEEN.contains(run)) {
            return 16;
        }
        return switch (run) {
            case 22, 23 -> 8;
            case 34, 35 -> 128;
            case 26 -> 32;
            default -> 64;
        };
    }

    private static int maxEpochs(int run) {
        return switch (run) {
            case 27, 30, 36, 37 -> 1;
            case 34, 35 -> 3;
            case 24 -> 2;
            case 33 -> 5;
            default -> 20;
        };
    }
}
