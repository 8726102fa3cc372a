package contested.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator says of other hosts: nothing by default, and a half-said thing ends the start with its name. */
class SettingsTest {

    private static final Map<String, String> PROVIDER = Map.of(
            "PUBLIC_URL", "https://debate.example",
            "CONTESTED_OIDC_ISSUER", "https://id.example/realm",
            "CONTESTED_OIDC_CLIENT_ID", "portal",
            "CONTESTED_OIDC_CLIENT_SECRET", "secret",
            "CONTESTED_OIDC_NAME", "School");

    private static final Map<String, String> MAIL = Map.of(
            "PUBLIC_URL", "https://debate.example",
            "CONTESTED_MAIL_HOST", "mail.example",
            "CONTESTED_MAIL_FROM", "debate@mail.example");

    private static Settings with(Map<String, String> environment) {
        return new Settings(environment::get);
    }

    private static Settings with(Map<String, String> environment, String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        return with(changed);
    }

    @Test
    void aDemonstrationIsLoadedOnlyWhereItIsAskedFor() {
        assertThat(with(Map.of()).demonstration()).isEqualTo(Settings.Demonstration.NO);
        assertThat(with(Map.of("CONTESTED_DEMONSTRATION", "Yes")).demonstration())
                .isEqualTo(Settings.Demonstration.YES);
        assertThatThrownBy(
                        () -> with(Map.of("CONTESTED_DEMONSTRATION", "please")).demonstration())
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("CONTESTED_DEMONSTRATION");
    }

    @Test
    void withoutSettingsNoOtherHostIsAsked() {
        assertThat(with(Map.of()).identityProvider()).isEmpty();
        assertThat(with(Map.of()).mail()).isEmpty();
    }

    @Test
    void theProviderSendsPeopleBackToThePublicAddress() {
        assertThat(with(PROVIDER).identityProvider().orElseThrow().answersAt())
                .hasToString("https://debate.example/sign-in/answer");
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC_URL,",
        "CONTESTED_OIDC_CLIENT_ID,",
        "CONTESTED_OIDC_CLIENT_SECRET,",
        "CONTESTED_OIDC_NAME,",
        "CONTESTED_OIDC_ISSUER,http://id.example",
        "CONTESTED_OIDC_ISSUER,id.example"
    })
    void halfAProviderEndsTheStart(String name, String value) {
        assertThatThrownBy(() -> with(PROVIDER, name, value).identityProvider())
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining(name);
    }

    @Test
    void mailGoesThroughSubmissionWithStarttlsUnlessSaidOtherwise() {
        MailSettings mail = with(MAIL).mail().orElseThrow();

        assertThat(mail.port()).isEqualTo(587);
        assertThat(mail.security()).isEqualTo(MailSettings.Security.STARTTLS);
        assertThat(mail.user()).isNull();
        assertThat(mail).hasToString("mail by mail.example:587");
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC_URL,",
        "CONTESTED_MAIL_FROM,",
        "CONTESTED_MAIL_PORT,0",
        "CONTESTED_MAIL_PORT,65536",
        "CONTESTED_MAIL_PORT,smtp",
        "CONTESTED_MAIL_SECURITY,ssl"
    })
    void halfAMailServerEndsTheStart(String name, String value) {
        assertThatThrownBy(() -> with(MAIL, name, value).mail())
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining(name);
    }

    @Test
    void backupsAreWhatTheOperatorSaysAndNothingMadeUp() {
        assertThat(with(Map.of()).backups()).isEmpty();
        assertThat(with(Map.of("CONTESTED_BACKUP_DAYS", "0"))
                        .backups()
                        .orElseThrow()
                        .days())
                .isZero();
        Settings.Backups backups = with(Map.of("CONTESTED_BACKUP_DAYS", "14", "CONTESTED_BACKUP_NAME", "the cellar"))
                .backups()
                .orElseThrow();
        assertThat(backups.days()).isEqualTo(14);
        assertThat(backups.name()).contains("the cellar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "two weeks", "3651", "1.5"})
    void daysThatAreNoneEndTheStart(String days) {
        assertThatThrownBy(() -> with(Map.of("CONTESTED_BACKUP_DAYS", days)).backups())
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("CONTESTED_BACKUP_DAYS");
    }
}
