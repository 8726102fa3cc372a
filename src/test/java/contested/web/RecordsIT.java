package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import contested.support.Browser;
import contested.support.SampleDebate;
import contested.support.SignedIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken along of a workshop, what goes, and that what is secret stands nowhere. */
class RecordsIT {

    private static final int PHONE = 390;
    private static final int PATIENCE_MS = 15_000;
    private static final String BACKUPS = "nightly copies in the cellar";
    private static final String HERON_IN_LIFE = "Zebediah Quillfeather";
    private static final String OTTER_IN_LIFE = "Xoan Đào Khuyết";
    private static final String SAID = "What is said here rests on the gazette, and on nothing else.";

    private static LessonPortal lesson;

    @BeforeAll
    static void start() {
        lesson = new LessonPortal("records", Map.of("CONTESTED_BACKUP_DAYS", "14", "CONTESTED_BACKUP_NAME", BACKUPS));
    }

    @AfterAll
    static void stop() {
        lesson.portal.stop();
    }

    private static String at(String workshop) {
        return "/workshops/" + workshop;
    }

    private static String question(String workshop) {
        return at(workshop) + "/questions/" + SampleDebate.PHONES;
    }

    private static void vote(SignedIn who, String workshop, String round, String position) {
        assertThat(who.post(question(workshop), Map.of("round", round, "position", position, "confidence", "4"))
                        .statusCode())
                .isEqualTo(303);
    }

    private static void write(SignedIn who, String workshop, String key) {
        assertThat(who.post(
                                question(workshop) + "/comments",
                                Map.of("key", key, "position", "none", "text", SAID + " " + key, "do", "send"))
                        .statusCode())
                .isEqualTo(303);
    }

    private static void call(String workshop, String pseudonym, String name) {
        String member = lesson.member(workshop, pseudonym);
        assertThat(lesson.people(workshop, Map.of("do", "names", "name-" + member, name))
                        .statusCode())
                .isEqualTo(303);
    }

    // ---- Secret means secret

    @Test
    void nobodyReadsARealNameOrABallotOfAnotherOnAnyPageOrInAnyFile() throws Exception {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        SignedIn heron = lesson.joined(code, "Quiet Heron");
        SignedIn otter = lesson.joined(code, "Sleepy Otter");
        SignedIn fox = lesson.joined(code, "Patient Fox");
        call(workshop, "Quiet Heron", HERON_IN_LIFE);
        call(workshop, "Sleepy Otter", OTTER_IN_LIFE);
        Queue<String> pushed = new ConcurrentLinkedQueue<>();
        listen(fox, workshop, pushed);
        lesson.enter(workshop, "READ", "OPENING_BALLOT");

        vote(heron, workshop, "OPENING", "yes");
        vote(otter, workshop, "OPENING", "yes");
        Map<String, String> before = readByOthers(fox, workshop);
        vote(heron, workshop, "OPENING", "no");
        assertSame(readByOthers(fox, workshop), before);
        vote(heron, workshop, "OPENING", "yes");

        lesson.enter(workshop, "OPENING_BALLOT", "DISCUSS");
        listen(fox, workshop + "/" + SampleDebate.PHONES, pushed);
        write(heron, workshop, "one");
        write(otter, workshop, "two");
        lesson.enter(workshop, "DISCUSS", "CLOSING_BALLOT");
        vote(heron, workshop, "CLOSING", "yes");
        vote(otter, workshop, "CLOSING", "no");
        before = readByOthers(fox, workshop);
        vote(heron, workshop, "CLOSING", "no");
        assertSame(readByOthers(fox, workshop), before);
        vote(heron, workshop, "CLOSING", "yes");
        lesson.enter(workshop, "CLOSING_BALLOT", "SYNTHESIS");

        // Now everybody reads how many voted how; nobody changes it any more, for the difference would tell who did.
        before = readByOthers(fox, workshop);
        assertThat(before.get("fox " + question(workshop))).contains("swing");
        HttpResponse<String> again = lesson.ha.post(
                "/workshops/" + workshop, Map.of("do", "phase", "seen", "SYNTHESIS", "next", "CLOSING_BALLOT"));
        assertThat(again.statusCode()).as("voting again after counts were seen").isEqualTo(422);
        assertSame(readByOthers(fox, workshop), before);

        lesson.enter(workshop, "SYNTHESIS", "CLOSED");
        readByOthers(fox, workshop);

        assertThat(pushed).isNotEmpty().allMatch(message -> message.matches("changed|[a-z0-9]+"));
        String log = lesson.portal.log();
        assertThat(log).contains("Contested");
        for (String secret : List.of(HERON_IN_LIFE, OTTER_IN_LIFE, "Quiet Heron", "Sleepy Otter", SAID, code)) {
            assertThat(log).doesNotContain(secret);
        }
    }

    private static void assertSame(Map<String, String> now, Map<String, String> before) {
        assertThat(now.keySet()).isEqualTo(before.keySet());
        now.forEach((path, text) -> assertThat(text).as(path).isEqualTo(before.get(path)));
    }

    /**
     * Every address of the portal as a peer and as the facilitator read it, without what differs from one look to the next.
     * No real name is among what the peer reads, and the facilitator reads it where names are asked for alone.
     */
    private static Map<String, String> readByOthers(SignedIn peer, String workshop) {
        Map<String, String> all = new TreeMap<>();
        for (String path : addresses(workshop)) {
            String toPeer = read(peer, path);
            assertThat(toPeer)
                    .as("a peer at " + path)
                    .doesNotContain(HERON_IN_LIFE, OTTER_IN_LIFE, "Zebediah", "Khuyết");
            all.put("fox " + path, still(toPeer));
            String toLeader = read(lesson.ha, path);
            if (!path.contains("names=yes") && !path.endsWith("/people")) {
                assertThat(toLeader).as("the facilitator at " + path).doesNotContain(HERON_IN_LIFE, OTTER_IN_LIFE);
            }
            all.put("Ha " + path, still(toLeader));
        }
        assertThat(all.get("Ha " + at(workshop) + "/participation-csv?names=yes"))
                .contains(HERON_IN_LIFE);
        return all;
    }

    /** Of every row of the table of addresses, so that a new page is read too. */
    private static List<String> addresses(String workshop) {
        List<String> all = new ArrayList<>();
        for (Route route : Route.values()) {
            String name =
                    switch (route) {
                        case SOURCE -> SampleDebate.GAZETTE.value();
                        case PASSAGE -> SampleDebate.PASSAGE.value();
                        default -> SampleDebate.PHONES.value();
                    };
            boolean typed = route == Route.JOIN_CODE || route == Route.RECOVER_PASSPHRASE || route.isDoor();
            if (!typed) {
                all.add(route.path(workshop, name));
            }
            if (route == Route.WORKSHOP_ARCHIVE || route == Route.WORKSHOP_PARTICIPATION) {
                all.add(route.path(workshop, name) + "?names=yes");
            }
        }
        assertThat(all).contains(at(workshop) + "/outcome-pdf", "/me/data-json");
        return all;
    }

    private static String read(SignedIn who, String path) {
        HttpResponse<byte[]> answer = lesson.portal.send(
                lesson.portal.request(path).header("Cookie", who.cookie()), HttpResponse.BodyHandlers.ofByteArray());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        try {
            if (type.startsWith("application/zip")) {
                return unzipped(answer.body());
            }
            if (type.startsWith("application/pdf")) {
                try (PDDocument pdf = Loader.loadPDF(answer.body())) {
                    return new PDFTextStripper().getText(pdf);
                }
            }
            return answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static String unzipped(byte[] zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.append(entry.getName()).append('\n');
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(all).contains("archive.json", "comments.csv");
        return all.toString();
    }

    private static String still(String text) {
        return text.replaceAll("(name=\"(form-token|key)\" value=)\"[^\"]*\"", "$1")
                .replaceAll("data-(left|left-ms|seconds|state|until|since)=\"[^\"]*\"", "")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?", "")
                .replaceAll("\\b(here|away)\\b|dot (on)?|\\d+ here now", "")
                .replaceAll("\\d{1,2}:\\d{2}(:[\\d.]+Z?)?", "");
    }

    private static void listen(SignedIn who, String topic, Queue<String> heard) {
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", who.cookie())
                .header("Origin", lesson.portal.address())
                .buildAsync(
                        URI.create(lesson.portal.address().replace("http", "ws") + "/live/workshops/" + topic),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket socket, CharSequence words, boolean last) {
                                heard.add(words.toString());
                                socket.request(1);
                                return null;
                            }
                        })
                .join();
    }

    // ---- Taking along

    @Test
    void filesAreForWhoeverLeadsAndNamedOnlyWhereThatMayBe() {
        String open = lesson.found("CLASS_50");
        String policy = lesson.found("POLICY_90");
        SignedIn heron = lesson.joined(lesson.code(open), "Quiet Heron");

        for (String file : List.of("archive-zip", "participation-csv")) {
            HttpResponse<String> answer = lesson.ha.get(at(open) + "/" + file);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .matches("attachment; filename=\"(workshop|participation)-" + open + "\\.(zip|csv)\"");
            assertThat(lesson.ha
                            .get(at(open) + "/" + file + "?names=yes")
                            .headers()
                            .firstValue("Content-Disposition")
                            .orElseThrow())
                    .contains("-names.");
            assertThat(heron.get(at(open) + "/" + file).statusCode()).isEqualTo(404);
            assertThat(lesson.ha.get(at(policy) + "/" + file + "?names=yes").statusCode())
                    .isEqualTo(404);
        }
        assertThat(lesson.ha.get(at(policy) + "/archive-zip").statusCode()).isEqualTo(200);
        assertThat(lesson.ha.get(at(policy) + "/participation-csv").statusCode())
                .isEqualTo(404);
        assertThat(lesson.ha.get(at(policy) + "/feedback").statusCode()).isEqualTo(404);
        assertThat(lesson.ha.get(at(policy) + "/records?lang=en").body())
                .contains("names nobody", "there is no such file")
                .doesNotContain("names=yes", "participation-csv");
    }

    @Test
    void howLongPeopleAreKnownIsSaidWhereTheyJoinAndBeforeClosing() {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        assertThat(lesson.portal.get("/join/" + code + "?lang=en").body())
                .contains("30 days after the workshop is closed, your return phrase is deleted");

        assertThat(lesson.ha
                        .post(at(workshop) + "/settings", Map.of("do", "kept", "kept-days", "5"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(lesson.portal.get("/join/" + code + "?lang=en").body())
                .contains("5 days after the workshop is closed, your return phrase is deleted");
        lesson.joined(code, "Quiet Heron");
        HttpResponse<String> longer =
                lesson.ha.post(at(workshop) + "/settings?lang=en", Map.of("do", "kept", "kept-days", "6"));
        assertThat(longer.statusCode()).isEqualTo(422);
        assertThat(longer.body()).contains("It can only get shorter", "value=\"6\"");
        assertThat(lesson.ha.get(at(workshop) + "?to=closed&lang=en").body())
                .contains("Return phrases and real names are deleted 5 days later.");
        lesson.enter(workshop, "READ", "CLOSED");
        assertThat(lesson.ha.get(at(workshop) + "/records?lang=en").body())
                .containsPattern("On [^<]*: return phrases and real names\\.");
    }

    // ---- Feedback

    @Test
    void feedbackIsReadByWhomItIsForOnceAllIsReleased() {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        SignedIn heron = lesson.joined(code, "Quiet Heron");
        SignedIn otter = lesson.joined(code, "Sleepy Otter");
        String id = lesson.member(workshop, "Quiet Heron");
        String feedback = at(workshop) + "/feedback";
        assertThat(lesson.ha
                        .post(feedback, Map.of("do", "save", "text-" + id, "You asked <b>well</b>.", "seen-" + id, "0"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(heron.get(at(workshop)).body()).doesNotContain("You asked");
        // Somebody else had an older page before them: nothing is lost, and nothing overwritten.
        HttpResponse<String> late = lesson.ha.post(
                feedback + "?lang=en", Map.of("do", "save", "text-" + id, "Typed meanwhile.", "seen-" + id, "0"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Typed meanwhile.", "changed this draft meanwhile");
        assertThat(lesson.ha.get(feedback + "?release=all&lang=en").body()).contains("Release one draft?");

        assertThat(lesson.ha.post(feedback, Map.of("do", "release")).statusCode())
                .isEqualTo(303);

        assertThat(heron.get(at(workshop)).body()).contains("You asked &lt;b&gt;well&lt;/b&gt;.");
        assertThat(heron.get("/me/data-json").body()).contains("You asked <b>well</b>.");
        assertThat(otter.get(at(workshop)).body()).doesNotContain("You asked");
        assertThat(lesson.ha.get(at(workshop)).body()).doesNotContain("You asked");
        assertThat(heron.get(feedback).statusCode()).isEqualTo(404);
    }

    // ---- Wiping

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void aWorkshopIsWipedByKeyboardOnAPhoneAndThePageNamesTheBackups(String language) {
        String workshop = lesson.found("CLASS_50");
        String other = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        SignedIn heron = lesson.joined(code, "Quiet Heron");
        SignedIn otter = lesson.joined(lesson.code(other), "Quiet Heron");
        lesson.enter(workshop, "READ", "DISCUSS");
        write(heron, workshop, "gone");
        lesson.enter(other, "READ", "DISCUSS");
        write(otter, other, "stays");
        try (BrowserContext browser = Browser.visitor(PHONE, language, ColorScheme.DARK)) {
            Page page = browser.newPage();
            page.setDefaultTimeout(PATIENCE_MS);
            DiscussedPortal.fillSignIn(open(page, "/sign-in"), "Ha");
            page.waitForURL(url -> !url.contains("sign-in"));
            open(page, at(workshop) + "/feedback");
            AdminIT.assertNoFault(page);
            open(page, at(workshop) + "/settings")
                    .locator("main a[href*='/records']")
                    .press("Enter");
            page.waitForURL(url -> url.contains("/records"));
            AdminIT.assertNoFault(page);
            page.locator("main a[href*='/wipe']").press("Enter");
            page.waitForURL(url -> url.contains("/wipe"));
            AdminIT.assertNoFault(page);
            assertThat(page.locator("main")).containsText(BACKUPS);
            page.locator("button[value=wipe]").press("Enter");
            page.waitForSelector("[role=alert]");
            assertThat(page.locator("#sure")).hasAttribute("aria-invalid", "true");
            AdminIT.assertNoFault(page);
            page.setViewportSize(PHONE, 900);
            page.locator("#sure").press("Space");
            page.locator("button[value=wipe]").press("Enter");
            page.waitForSelector("#did");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("did");
            assertThat(page.locator("main")).containsText(BACKUPS);
            AdminIT.assertNoFault(page);
        }
        for (String path : addresses(workshop)) {
            if (path.startsWith(at(workshop))) {
                assertThat(lesson.ha.get(path).statusCode()).as(path).isEqualTo(404);
            }
        }
        assertThat(heron.get("/me").statusCode()).isEqualTo(303);
        assertThat(lesson.portal.get("/join/" + code).statusCode()).isEqualTo(404);
        assertThat(otter.get(question(other)).body()).contains(SAID + " stays").doesNotContain(SAID + " gone");
        assertThat(lesson.portal.log()).contains("was wiped by account").doesNotContain(workshop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi"})
    void feedbackIsWrittenAndReadOnAPhone(String language) {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        try (BrowserContext desk = Browser.visitor(PHONE, language, ColorScheme.LIGHT);
                BrowserContext phone = Browser.visitor(PHONE, language, ColorScheme.DARK)) {
            Page participant = phone.newPage();
            participant.setDefaultTimeout(PATIENCE_MS);
            open(participant, "/join/" + code).press("#pseudonym", "Enter");
            participant.waitForURL(url -> url.contains("/questions/"));
            Page page = desk.newPage();
            page.setDefaultTimeout(PATIENCE_MS);
            DiscussedPortal.fillSignIn(open(page, "/sign-in"), "Ha");
            page.waitForURL(url -> !url.contains("sign-in"));
            open(page, at(workshop)).locator("main a[href*='/feedback']").press("Enter");
            page.waitForURL(url -> url.contains("/feedback"));
            page.locator("textarea").fill("You read with care.\nGo on.");
            page.locator("button[value=save]").press("Enter");
            page.waitForSelector("#did");
            assertThat(page.locator("textarea")).hasValue("You read with care.\nGo on.");
            AdminIT.assertNoFault(page);
            page.locator("textarea").fill("You read with care.\nGo on, please.");
            page.locator("button[value=ask]").press("Enter");
            page.waitForSelector("#release");
            AdminIT.assertNoFault(page);
            page.locator("button[value=release]").press("Enter");
            page.waitForSelector("#did");
            AdminIT.assertNoFault(page);
            open(participant, at(workshop));
            assertThat(participant.locator(".letters-out")).containsText("Go on, please.");
            AdminIT.assertNoFault(participant);
        }
    }

    private static Page open(Page page, String path) {
        Browser.open(page, lesson.portal.at(path).toString());
        return page;
    }
}
