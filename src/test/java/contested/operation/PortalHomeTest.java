package contested.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a portal lies, what it is told at its start, and the files that only its operator may read. */
class PortalHomeTest {

    @TempDir
    Path folder;

    private PortalHome home(Map<String, String> environment) {
        return PortalHome.of(folder, null, environment::get);
    }

    @Test
    void dataLiesBesideTheReleaseUnlessTheOperatorSaysOtherwise() {
        assertThat(home(Map.of()).data()).isEqualTo(folder.resolve("data"));
        assertThat(home(Map.of("CONTESTED_DATA", folder.resolve("x").toString()))
                        .data())
                .isEqualTo(folder.resolve("x"));
        assertThat(PortalHome.of(folder, folder.resolve("project").toString(), name -> null)
                        .data())
                .isEqualTo(folder.resolve("project/data"));
    }

    @Test
    void portIsANumberOfAPort() {
        assertThat(home(Map.of()).port()).isEqualTo(8080);
        assertThat(home(Map.of("CONTESTED_PORT", " 8123 ")).port()).isEqualTo(8123);
        for (String wrong : List.of("0", "65536", "-1", "80a", "8080.0", "99999999999")) {
            assertThatThrownBy(() -> home(Map.of("CONTESTED_PORT", wrong)))
                    .isInstanceOf(WrongSettingException.class)
                    .hasMessage("setting CONTESTED_PORT: a number from 1 to 65535");
        }
    }

    @Test
    void dataThatCannotBeWrittenIsSaidWithItsSetting() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> home(Map.of("CONTESTED_DATA", file.toString())).prepareData())
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("CONTESTED_DATA");
    }

    @Test
    void keyKeepsItsSecretFromStartToStart() throws IOException {
        OperatorKey first = OperatorKey.issue(folder, 8080);
        OperatorKey second = OperatorKey.issue(folder, 8123);

        assertThat(first.secret()).hasSize(64).isEqualTo(second.secret());
        assertThat(OperatorKey.find(folder)).contains(second);
        assertThat(second.port()).isEqualTo(8123);
        assertThat(second.opensWith(first.secret())).isTrue();
        assertThat(second.opensWith("")).isFalse();
        assertThat(second.toString()).doesNotContain(first.secret());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("operator.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void noKeyWasLaidWhereNoPortalStarted() throws IOException {
        assertThat(OperatorKey.find(folder)).isEmpty();
        Files.writeString(folder.resolve("operator.properties"), "port=x\nsecret=\n");
        assertThat(OperatorKey.find(folder)).isEmpty();
    }

    @Test
    void passwordOfTheDatabaseIsMadeOnce() throws IOException {
        String password = DatabasePassword.of(folder);

        assertThat(password).hasSize(64).isEqualTo(DatabasePassword.of(folder));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("database.secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void phonesAreToldTheAddressOfThisMachine() {
        PortalAddresses everywhere = PortalAddresses.of("0.0.0.0", 8080, List.of("192.0.2.7"));
        assertThat(everywhere.lines("ready:"))
                .containsExactly(
                        "ready: http://localhost:8080/", "On phones in the same network: http://192.0.2.7:8080/");

        assertThat(PortalAddresses.of("127.0.0.1", 80, List.of("192.0.2.7")).lines("ready:"))
                .containsExactly("ready: http://localhost/");
        assertThat(PortalAddresses.of("2001:db8::7", 8080, List.of()).here()).isEqualTo("http://[2001:db8::7]:8080/");
    }

    @Test
    void publicAddressRulesOverAllOthers() {
        assertThat(PortalAddresses.of("0.0.0.0", 8080, Optional.of("https://debate.example/"))
                        .lines("ready:"))
                .containsExactly("ready: https://debate.example/");
        assertThat(PortalAddresses.of("0.0.0.0", 8080, Optional.of("https://debate.example"))
                        .lines("ready:"))
                .containsExactly("ready: https://debate.example/");
    }

    @Test
    void settingsOfTheDatabaseAreCheckedTogether() {
        DatabaseSettings.check(Map.<String, String>of()::get);
        DatabaseSettings.check(Map.of(
                "DB_DRIVER",
                "postgresql",
                "DB_URL",
                "jdbc:postgresql://db/contested",
                "DB_PASSWORD",
                "x",
                "DB_POOL",
                "9")::get);

        databaseIsRefused("DB_DRIVER: h2 or postgresql", Map.of("DB_DRIVER", "mysql"));
        databaseIsRefused("DB_URL: jdbc:postgresql:", Map.of("DB_DRIVER", "postgresql"));
        databaseIsRefused("DB_URL: jdbc:h2:", Map.of("DB_URL", "jdbc:postgresql://db/contested"));
        databaseIsRefused("DB_PASSWORD", Map.of("DB_DRIVER", "postgresql", "DB_URL", "jdbc:postgresql://db/contested"));
        databaseIsRefused("DB_POOL: a number from 2 to 200", Map.of("DB_POOL", "1"));
        databaseIsRefused("DB_URL: a value, or not to be set at all", Map.of("DB_URL", ""));
    }

    private static void databaseIsRefused(String saying, Map<String, String> environment) {
        assertThatThrownBy(() -> DatabaseSettings.check(environment::get))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining(saying);
    }
}
