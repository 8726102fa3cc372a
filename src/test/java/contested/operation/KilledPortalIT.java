package contested.operation;

import static org.assertj.core.api.Assertions.assertThat;

import contested.operation.ReleaseProcess.Running;
import contested.support.SampleDebate;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that is killed keeps what it has acknowledged. */
class KilledPortalIT {

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws InterruptedException {
        SampleDebate.pack(folder.resolve("packs"));
        Path once = folder.resolve("once");
        SampleDebate.documents(once);
        ReleaseProcess release = new ReleaseProcess(
                        ReleaseProcess.built(), folder.resolve("data"), ReleaseProcess.freePort())
                .with("CONTESTED_PACKS", folder.resolve("packs").toString())
                // Nothing is installed from there at the next start: what is known then was kept.
                .with("CONTESTED_DOCUMENTS", folder.resolve("none").toString());

        Running first = release.launch("start");
        first.awaitReady();
        assertThat(release.run("install", once.toString()).status()).isZero();
        // SIGKILL on Linux and macOS: nothing of ours runs after it.
        first.process().destroyForcibly().waitFor();

        Running second = release.launch("start");
        try {
            second.awaitReady();
            assertThat(release.run("documents").output()).contains("3 installed, 0 partly, 0 not installed");
        } finally {
            second.process().destroyForcibly().waitFor();
        }
    }
}
