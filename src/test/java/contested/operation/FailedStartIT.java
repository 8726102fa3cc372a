package contested.operation;

import static org.assertj.core.api.Assertions.assertThat;

import contested.operation.ReleaseProcess.Ended;
import contested.support.Database;
import contested.support.PackFolder;
import contested.support.SampleDebate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that cannot start says why in one line and ends, so that whoever supervises it notices. */
class FailedStartIT {

    @TempDir
    Path folder;

    private Path data;
    private PackFolder pack;

    @BeforeEach
    void writePack() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        pack = SampleDebate.pack(folder.resolve("packs"));
    }

    private ReleaseProcess release() {
        return new ReleaseProcess(ReleaseProcess.built(), data, ReleaseProcess.freePort())
                .with("CONTESTED_PACKS", folder.resolve("packs").toString())
                .with("CONTESTED_DOCUMENTS", folder.resolve("documents").toString());
    }

    private static void failsSaying(Ended ended, String... what) {
        assertThat(ended.status()).as(ended.output()).isPositive();
        assertThat(ended.output()).doesNotContain("Contested is ready");
        assertThat(ended.output().lines().filter(line -> line.contains("FATAL")))
                .as(ended.output())
                .singleElement()
                .asString()
                .contains(what);
    }

    @Test
    void brokenPackEndsTheProcessAndLeavesTheDatabaseEmpty() {
        pack.edit("pack.json", manifest -> manifest.put("version", 0));

        failsSaying(release().run("start"), "lakeside/pack.json", "/version");

        try (Database database = Database.inFolder(data, DatabasePassword.of(data))) {
            assertThat(database.count("select count(s) from Source s")).isZero();
        }
    }

    @Test
    void wrongSettingIsNamedWithWhatIsAllowed() {
        failsSaying(
                release().with("CONTESTED_FULL_TEXT", "maybe").run("start"),
                "CONTESTED_FULL_TEXT: everyone, members, editors or passages");
    }

    @Test
    void portThatIsNoNumberEndsTheCommandAtOnce() {
        failsSaying(release().with("CONTESTED_PORT", "http").run("start"), "CONTESTED_PORT: a number from 1 to 65535");
    }

    @Test
    void databaseOfAnotherShapeEndsTheProcess() {
        try (Database database = Database.inFolder(data, DatabasePassword.of(data))) {
            database.doInTransaction(() -> database.entityManager()
                    .createNativeQuery("alter table source drop column byline")
                    .executeUpdate());
        }

        failsSaying(release().run("start"), "the portal cannot start", "byline");
    }

    @Test
    void databaseThatCannotBeReachedEndsTheProcess() {
        failsSaying(
                release()
                        .with("DB_DRIVER", "postgresql")
                        .with("DB_URL", "jdbc:postgresql://127.0.0.1:1/none")
                        .with("DB_PASSWORD", "none")
                        .run("start"),
                "the portal cannot start");
    }
}
