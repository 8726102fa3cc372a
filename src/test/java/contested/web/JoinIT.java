package contested.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import contested.support.Browser;
import contested.support.SampleDebate;
import contested.support.SignedIn;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Into a workshop, back into it and out of it; and what those who lead it see and do about who is in it. */
class JoinIT {

    private static final int WIDE = 1440;
    private static final int NARROW = 320;
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static LessonPortal lesson;

    @BeforeAll
    static void start() {
        lesson = new LessonPortal("join");
    }

    @AfterAll
    static void stop() {
        lesson.portal.stop();
    }

    private static BrowserContext visitor(int width, String language) {
        return Browser.visitor(width, language, ColorScheme.LIGHT);
    }

    private static String at(String path) {
        return lesson.portal.at(path).toString();
    }

    // ---- In and back

    @Test
    void twoScreensAndOneFieldLeadFromTheCodeToTheFirstQuestion() {
        String code = lesson.code(lesson.found("CLASS_50"));
        try (BrowserContext phone = visitor(NARROW, "en")) {
            Page page = phone.newPage();
            page.navigate(at("/join/" + code));
            assertThat(page.locator("main input:visible")).hasCount(1);
            String suggested = page.inputValue("#pseudonym");
            assertThat(suggested).isNotBlank();
            page.press("#pseudonym", "Enter");

            page.waitForURL(url -> url.contains("/questions/" + SampleDebate.PHONES));
            assertThat(page.locator("#phrase-title")).containsText(suggested);
        }
    }

    /** Two taps on a bad line, or a second try after the answer got lost: nobody is there twice. */
    @Test
    void theSameFormSentTwiceMakesOneParticipantAndNobodyComesInByItLater() {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        String page = lesson.portal.get("/join/" + code).body();
        Map<String, String> form = Map.of("do", "join", "pseudonym", "Twice Tapped", "key", key(page));
        assertThat(key(lesson.portal.get("/join/" + code).body())).isNotEqualTo(key(page));

        HttpResponse<String> lost = lesson.send("/join/" + code, form);
        HttpResponse<String> got = lesson.send("/join/" + code, form);

        assertThat(lost.statusCode()).isEqualTo(303);
        assertThat(got.statusCode()).isEqualTo(303);
        SignedIn twice = SignedIn.with(lesson.portal, LessonPortal.cookies(got));
        assertThat(twice.get(got.headers().firstValue("Location").orElseThrow()).body())
                .contains("phrase-words", "Twice Tapped");
        assertThat(lesson.ha.get("/workshops/" + workshop + "/people").body().split("Twice Tapped</strong>"))
                .hasSize(2);

        HttpResponse<String> later = lesson.send("/join/" + code, form);
        assertThat(later.statusCode())
                .as("from the history of a shared browser")
                .isEqualTo(422);
        assertThat(later.headers().allValues("Set-Cookie")).isEmpty();
    }

    private static String key(String page) {
        Matcher key = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    @Test
    void aSuggestionGoesIntoTheFieldWithAndWithoutScripts() {
        String code = lesson.code(lesson.found("CLASS_50"));
        try (BrowserContext phone = visitor(NARROW, "vi")) {
            Page page = phone.newPage();
            page.navigate(at("/join/" + code + "?lang=vi"));
            Locator other = page.locator("button[name=pick]").first();
            String name = other.getAttribute("value");
            other.click();
            assertThat(page.locator("#pseudonym")).hasValue(name);
            assertThat(page.locator("#pseudonym")).isFocused();
        }

        HttpResponse<String> again = lesson.send("/join/" + code, Map.of("pseudonym", "Before", "pick", "Mossy Otter"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("name=\"pseudonym\" type=\"text\" value=\"Mossy Otter\"");
    }

    @Test
    void thePhraseIsShownUntilItIsNotedAndStandsNowhereElse() {
        String workshop = lesson.found("CLASS_50");
        HttpResponse<String> answer = lesson.join(lesson.code(workshop), "Mossy Vole");
        SignedIn vole = SignedIn.with(lesson.portal, LessonPortal.cookies(answer));
        String question = answer.headers().firstValue("Location").orElseThrow();
        String phrase = phrase(vole.get(question).body());

        assertThat(phrase).matches("([a-z]{4} ){6}[a-z]{4}");
        assertThat(vole.get(question).body()).contains(phrase);
        assertThat(vole.get("/workshops/" + workshop).body()).contains(phrase);
        assertThat(answer.headers().map().toString()).doesNotContain(phrase.split(" "));
        assertThat(answer.headers().allValues("Set-Cookie")).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
                .contains("HttpOnly", "SameSite=Lax"));

        HttpResponse<String> noted = vole.post(
                "/join", Map.of("do", "noted", "workshop", workshop, "question", SampleDebate.PHONES.value()));
        assertThat(noted.headers().firstValue("Location")).hasValue(question);
        assertThat(noted.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .matches("contested-phrase=(\"\")?;.*")
                .contains("01-Jan-1970"));
    }

    @Test
    void whoeverUsesTheBrowserNextIsNotShownThePhrase() {
        String code = lesson.code(lesson.found("CLASS_50"));
        String first = LessonPortal.cookies(lesson.join(code, "First Here"));
        HttpResponse<String> answer = lesson.join(code, "Second Here");
        String second = LessonPortal.cookies(answer).split("; ")[0];

        SignedIn mixed = SignedIn.with(lesson.portal, second + "; " + first.split("; ")[1]);
        assertThat(mixed.get(answer.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Second Here")
                .doesNotContain("phrase-words");
    }

    @Test
    void inAnotherBrowserThePhraseLeadsBackToTheSamePseudonym() {
        String code = lesson.code(lesson.found("CLASS_50"));
        try (BrowserContext phone = visitor(NARROW, "en");
                BrowserContext laptop = visitor(WIDE, "en")) {
            Page page = phone.newPage();
            page.navigate(at("/join/" + code));
            page.fill("#pseudonym", "Woolly Finch");
            page.click("button[value=join]");
            page.waitForURL(url -> url.contains("/questions/"));
            String phrase = page.textContent("#phrase-words").strip();
            page.reload();
            assertThat(page.locator("#phrase-words")).hasText(phrase);
            page.click("button[value=noted]");
            page.waitForURL(url -> url.contains("/questions/"));
            assertThat(page.locator("#phrase-words")).hasCount(0);
            page.reload();
            assertThat(page.locator("#phrase-words")).hasCount(0);

            Page other = laptop.newPage();
            other.navigate(at("/join"));
            other.fill("#phrase", phrase.toUpperCase(Locale.ROOT).replace(" ", "-"));
            other.press("#phrase", "Enter");
            other.waitForURL(url -> url.contains("/questions/"));
            assertThat(other.locator(".tool-who")).containsText("Woolly Finch");
            assertThat(page.locator(".tool-who")).containsText("Woolly Finch");
            assertThat(other.locator("#phrase-words")).hasCount(0);
        }
    }

    private static String phrase(String page) {
        Matcher phrase = Pattern.compile("id=\"phrase-words\"[^>]*>([^<]+)<").matcher(page);
        assertThat(phrase.find()).as("a phrase on the page").isTrue();
        return phrase.group(1).strip();
    }

    @Test
    void wordsThatWereSentTooLateAreBackInTheFormAfterThePhrase() {
        String workshop = lesson.found("CLASS_50");
        lesson.ha.post("/workshops/" + workshop, Map.of("do", "phase", "seen", "READ", "next", "DISCUSS"));
        HttpResponse<String> joined = lesson.join(lesson.code(workshop), "Nesting Lark");
        SignedIn lark = SignedIn.with(lesson.portal, LessonPortal.cookies(joined));
        String composer = "/workshops/" + workshop + "/questions/" + SampleDebate.PHONES + "/comments";
        String form = lark.get(composer).body();
        String phrase = phrase(lark.get("/workshops/" + workshop).body());
        Map<String, String> typed = Map.of(
                "do", "send", "text", "Typed for a long time.", "position", "none", "author", hidden(form, "author"));
        lark.post("/sign-out", Map.of("where", "here"));

        HttpResponse<String> late = lesson.send(composer, typed);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Your time in the workshop had ended", "value=\"Typed for a long time.\"");
        assertThat(late.body()).contains("action=\"/join?workshop=" + workshop + "&amp;write=" + SampleDebate.PHONES);

        HttpResponse<String> back = lesson.send(
                "/join?workshop=" + workshop + "&write=" + SampleDebate.PHONES,
                Map.of(
                        "do", "return",
                        "phrase", phrase,
                        "kept-text", "Typed for a long time.",
                        "kept-position", "none",
                        "kept-author", hidden(form, "author")));
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("<textarea", "Typed for a long time.", workshop);
    }

    private static String hidden(String page, String field) {
        Matcher found =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(field).isTrue();
        return found.group(1);
    }

    @Test
    void aWrongPhraseStaysInItsField() {
        HttpResponse<String> answer =
                lesson.send("/join", Map.of("do", "return", "phrase", "bado kimu tepa and so on"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"bado kimu tepa and so on\"", "Nobody has this phrase now");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    // ---- Codes

    @Test
    void aCodeIsReadHoweverItIsTyped() {
        String code = lesson.code(lesson.found("CLASS_50"));
        String typed = code.substring(0, 4).toUpperCase(Locale.ROOT) + " - " + code.substring(4);

        HttpResponse<String> answer = lesson.send("/join", Map.of("do", "code", "code", typed));
        assertThat(answer.statusCode()).isEqualTo(303);
        // In the language that the facilitator chose for it.
        assertThat(answer.headers().firstValue("Location")).hasValue("/join/" + code + "?lang=en");
        assertThat(lesson.portal
                        .get("/join/" + code.toUpperCase(Locale.ROOT))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/join/" + code);
    }

    @Test
    void aCodeThatOpensNothingSaysSoWhereItIsTyped() {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);

        lesson.lead(workshop, "pause");
        assertShut(code, "Joining is paused just now");
        lesson.lead(workshop, "resume");
        assertThat(lesson.portal.get("/join/" + code).statusCode()).isEqualTo(200);
        lesson.lead(workshop, "renew");
        assertShut(code, "This code opens nothing now");
        String renewed = lesson.code(workshop);
        lesson.lead(workshop, "end");
        assertShut(renewed, "This code opens nothing now");
        assertShut("cfhjkmnprt", "This code opens nothing now");
        assertThat(lesson.send("/join", Map.of("do", "code", "code", "no code at all"))
                        .body())
                .contains("value=\"no code at all\"", "This code opens nothing now");
    }

    private static void assertShut(String code, String said) {
        HttpResponse<String> address = lesson.portal.get("/join/" + code);
        assertThat(address.statusCode()).isEqualTo(404);
        assertThat(address.body()).contains(said, "name=\"code\"").doesNotContain(LessonPortal.TITLE);
        HttpResponse<String> typed = lesson.send("/join", Map.of("do", "code", "code", code));
        assertThat(typed.statusCode()).isEqualTo(422);
        assertThat(typed.body()).contains(said, "value=\"" + code + "\"").doesNotContain(LessonPortal.TITLE);
        HttpResponse<String> joined = lesson.join(code, "Late Comer");
        assertThat(joined.statusCode()).isEqualTo(422);
        assertThat(joined.headers().allValues("Set-Cookie")).isEmpty();
    }

    // ---- Pseudonyms and seats

    @Test
    void aPseudonymThatIsTakenOrLooksLikeOneIsRefusedAndStays() {
        String code = lesson.code(lesson.found("CLASS_50"));
        lesson.joined(code, "Sunny Moth");

        for (String same : List.of("Sunny Moth", "sunny  moth", "SUNNY-MOTH", "Súnny Mоth")) {
            HttpResponse<String> answer = lesson.join(code, same);
            assertThat(answer.statusCode()).as(same).isEqualTo(422);
            assertThat(answer.body())
                    .contains("value=\"" + same + "\"", "Somebody has this pseudonym", "name=\"pick\"");
        }
        assertThat(lesson.join(code, "The Moderator").body()).contains("sounds like somebody who works");
        assertThat(lesson.join(lesson.code(lesson.found("CLASS_50")), "Sunny Moth")
                        .statusCode())
                .as("in another workshop")
                .isEqualTo(303);
    }

    @Test
    void ofTwoAtTheLastSeatOneSits() {
        String workshop = lesson.found("CLASS_50");
        String code = lesson.code(workshop);
        limit(workshop, 2);
        lesson.joined(code, "Seated Already");

        List<CompletableFuture<Integer>> tries = Stream.of("Runs Left", "Runs Right", "Runs Ahead")
                .map(name -> CompletableFuture.supplyAsync(
                        () -> lesson.join(code, name).statusCode()))
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join).toList()).containsExactlyInAnyOrder(303, 422, 422);
        assertThat(lesson.portal.get("/join/" + code).body()).contains("This workshop is full");
    }

    private static void limit(String workshop, int people) {
        Map<String, String> described = new TreeMap<>(Map.of(
                "do",
                "describe",
                "title",
                LessonPortal.TITLE,
                "welcome",
                "",
                "language",
                "",
                "start",
                "",
                "zone",
                "UTC"));
        described.put("capacity", String.valueOf(people));
        assertThat(lesson.ha
                        .post("/workshops/" + workshop + "/settings", described)
                        .statusCode())
                .isEqualTo(303);
    }

    // ---- Whoever is somebody already

    @Test
    void anAccountIsToldThatItIsSignedOutAndThenIs() {
        String code = lesson.code(lesson.found("CLASS_50"));
        SignedIn linh = SignedIn.as(lesson.portal, "Linh", LessonPortal.PASSPHRASE);

        assertThat(linh.get("/join/" + code).body()).contains("signed in to the account Linh");
        HttpResponse<String> answer = linh.post("/join/" + code, Map.of("do", "join", "pseudonym", "Leafy Gecko"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(linh.get("/me").statusCode()).as("the old sign-in").isEqualTo(303);
        SignedIn gecko = SignedIn.with(lesson.portal, LessonPortal.cookies(answer));
        assertThat(gecko.get("/me").body()).contains("Leafy Gecko").doesNotContain("Linh");
    }

    @Test
    void aGuestIsLedBackInAndLeavesForAnotherWorkshopKnowingly() {
        String workshop = lesson.found("CLASS_50");
        SignedIn guest = lesson.joined(lesson.code(workshop), "Tidal Reed");

        HttpResponse<String> back = guest.get("/join/" + lesson.code(workshop));
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location")).hasValue("/workshops/" + workshop);

        String elsewhere = lesson.code(lesson.found("CLASS_50"));
        assertThat(guest.get("/join/" + elsewhere).body()).contains("in another workshop as Tidal Reed");
    }

    @Test
    void whoeverLeadsTheWorkshopIsToldThatTheyAreInIt() {
        String code = lesson.code(lesson.found("CLASS_50"));

        assertThat(lesson.ha.get("/join/" + code).body()).contains("You are in this workshop already, as Ha");
    }

    @Test
    void withoutASeatOneIsLedToWhereOneJoins() {
        String workshop = lesson.found("CLASS_50");
        for (String path : List.of("", "/people", "/projector", "/settings", "/questions/" + SampleDebate.PHONES)) {
            HttpResponse<String> answer = lesson.portal.get("/workshops/" + workshop + path);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue("/join?workshop=" + workshop);
        }
        assertThat(lesson.portal.get("/join?workshop=" + workshop).body())
                .contains("href=\"/sign-in?workshop=" + workshop + "\"");
        assertThat(lesson.send(
                                "/sign-in?workshop=" + workshop,
                                Map.of("pseudonym", "Ha", "passphrase", LessonPortal.PASSPHRASE))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/workshops/" + workshop);
        assertThat(lesson.portal.get("/workshops").headers().firstValue("Location"))
                .hasValue("/sign-in");
    }

    // ---- What guests are offered

    @Test
    void aGuestIsOfferedNothingThatGuestsCannotDo() {
        SignedIn guest = lesson.joined(lesson.code(lesson.found("CLASS_50")), "Misty Newt");

        String question = guest.get("/questions/" + SampleDebate.PHONES).body();
        assertThat(question).doesNotContain("/comments\"", "/comments?", "/report?");
        assertThat(guest.get("/questions/" + SampleDebate.PHONES + "/comments").statusCode())
                .isEqualTo(404);
        assertThat(guest.get("/workshops/new").statusCode()).isEqualTo(404);
        assertThat(guest.get("/workshops").body()).doesNotContain("/workshops/new");
        assertThat(guest.get("/me/account").body())
                .contains("You joined a workshop with a pseudonym")
                .doesNotContain("name=\"email\"", "name=\"passphrase\"", "name=\"digest\"");
        assertThat(guest.post("/me/account", Map.of("do", "email", "email", "newt@lakeside.example"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(guest.get("/me/data-json").body()).contains("Misty Newt", "PARTICIPANT", LessonPortal.TITLE);
    }

    @Test
    void whoeverLeavesIsGoneFromTheListAndTheirPhraseWithThem() {
        String workshop = lesson.found("CLASS_50");
        HttpResponse<String> answer = lesson.join(lesson.code(workshop), "Icy Plover");
        SignedIn guest = SignedIn.with(lesson.portal, LessonPortal.cookies(answer));
        String phrase = phrase(guest.get("/workshops/" + workshop).body());
        assertThat(guest.get("/me/delete").body())
                .contains("Leave the workshop")
                .doesNotContain("passphrase");

        HttpResponse<String> left = guest.post("/me/delete", Map.of("texts", "erase"));

        assertThat(left.headers().firstValue("Location")).hasValue("/account-deleted");
        assertThat(lesson.ha.get("/workshops/" + workshop + "/people").body())
                .doesNotContain("Icy Plover")
                .contains("One person has left");
        assertThat(lesson.send("/join", Map.of("do", "return", "phrase", phrase))
                        .statusCode())
                .isEqualTo(422);
        assertThat(lesson.join(lesson.code(workshop), "Icy Plover").statusCode())
                .isEqualTo(303);
    }

    // ---- Whoever leads

    @Test
    void whoeverIsPutOutHasNoTabAndNoPhraseAnyMore() {
        String workshop = lesson.found("CLASS_50");
        try (BrowserContext phone = visitor(NARROW, "en")) {
            Page page = phone.newPage();
            page.navigate(at("/join/" + lesson.code(workshop)));
            page.fill("#pseudonym", "Noisy Otter");
            page.press("#pseudonym", "Enter");
            page.waitForURL(url -> url.contains("/questions/"));
            String phrase = page.textContent("#phrase-words").strip();
            String member = lesson.member(workshop, "Noisy Otter");
            String people = "/workshops/" + workshop + "/people";

            assertThat(lesson.ha.get(people + "?remove=" + member).body()).contains("Put Noisy Otter out?");
            assertThat(lesson.people(workshop, Map.of("do", "remove", "member", member))
                            .statusCode())
                    .isEqualTo(303);

            page.waitForURL(url -> url.contains("/join?workshop=" + workshop));
            page.fill("#phrase", phrase);
            page.press("#phrase", "Enter");
            assertThat(page.locator(".field-error")).containsText("Nobody has this phrase now");
            assertThat(lesson.ha.get(people).body()).contains("Noisy Otter");
            assertThat(lesson.ha.get(people + "?remove=" + member).body()).doesNotContain("Put Noisy Otter out?");
        }
    }

    @Test
    void aNewPhraseIsShownOnceAndTheOneBeforeIsOver() {
        String workshop = lesson.found("CLASS_50");
        SignedIn guest = lesson.joined(lesson.code(workshop), "Dewy Fern");
        String old = phrase(guest.get("/workshops/" + workshop).body());

        HttpResponse<String> made =
                lesson.people(workshop, Map.of("do", "phrase", "member", lesson.member(workshop, "Dewy Fern")));

        assertThat(made.statusCode()).isEqualTo(200);
        String fresh = phrase(made.body());
        assertThat(lesson.ha.get("/workshops/" + workshop + "/people").body()).doesNotContain(fresh);
        assertThat(lesson.send("/join", Map.of("do", "return", "phrase", old)).statusCode())
                .isEqualTo(422);
        assertThat(lesson.send("/join", Map.of("do", "return", "phrase", fresh)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void facilitatorsMuteGiveTimeAndShareTheWork() {
        String workshop = lesson.found("CLASS_50");
        String people = "/workshops/" + workshop + "/people";
        SignedIn guest = lesson.joined(lesson.code(workshop), "Rippled Reed");
        String member = lesson.member(workshop, "Rippled Reed");

        assertDone(lesson.people(workshop, Map.of("do", "mute", "member", member)), "muted");
        assertThat(lesson.ha.get(people).body()).contains("may not write");
        assertDone(lesson.people(workshop, Map.of("do", "unmute", "member", member)), "unmuted");
        assertDone(lesson.people(workshop, Map.of("do", "extra", "member", member, "minutes-" + member, "5")), "extra");
        assertThat(lesson.ha.get(people).body()).contains("5 minutes more");
        HttpResponse<String> many =
                lesson.people(workshop, Map.of("do", "extra", "member", member, "minutes-" + member, "700"));
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(many.body()).contains("value=\"700\"", "Choose 0 to 120 minutes");

        assertThat(guest.get("/workshops/" + workshop + "/projector").statusCode())
                .isEqualTo(404);
        assertDone(lesson.people(workshop, Map.of("do", "role", "member", member, "role", "MODERATOR")), "role");
        assertThat(guest.get("/workshops/" + workshop + "/projector").statusCode())
                .isEqualTo(200);
        assertThat(guest.get(people).statusCode()).isEqualTo(404);
        assertDone(lesson.people(workshop, Map.of("do", "role", "member", member, "role", "FACILITATOR")), "role");
        assertThat(guest.get(people).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherFacilitatorIsInvitedByPseudonymAndCanBePutOutAndInvitedAgain() {
        String workshop = lesson.found("CLASS_50");
        SignedIn minh = SignedIn.as(lesson.portal, "Minh", LessonPortal.PASSPHRASE);
        String people = "/workshops/" + workshop + "/people";

        HttpResponse<String> unknown = lesson.people(workshop, Map.of("do", "invite", "invited", "Nobody Of Note"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("value=\"Nobody Of Note\"", "Nobody with an account here");
        assertDone(lesson.people(workshop, Map.of("do", "invite", "invited", "minh")), "invited");
        assertThat(minh.get(people).statusCode()).isEqualTo(200);
        assertThat(lesson.people(workshop, Map.of("do", "invite", "invited", "Minh"))
                        .body())
                .contains("They lead this workshop already");

        assertDone(
                lesson.people(workshop, Map.of("do", "remove", "member", lesson.member(workshop, "Minh"))), "removed");
        assertThat(minh.get(people).statusCode()).isEqualTo(404);
        assertThat(minh.get("/me").statusCode()).as("their account").isEqualTo(200);
        assertDone(lesson.people(workshop, Map.of("do", "invite", "invited", "Minh")), "invited");
        assertThat(minh.get(people).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyPutsThemselvesOutOrLeavesAWorkshopWithoutAnybodyWhoLeads() {
        String workshop = lesson.found("CLASS_50");
        lesson.people(workshop, Map.of("do", "invite", "invited", "Minh"));
        SignedIn minh = SignedIn.as(lesson.portal, "Minh", LessonPortal.PASSPHRASE);
        String people = "/workshops/" + workshop + "/people";
        Matcher members = Pattern.compile("name=\"member\" value=\"(\\d+)\"")
                .matcher(minh.get(people).body());
        assertThat(members.find()).isTrue();
        String ha = members.group(1);

        for (Map<String, String> act : List.of(
                Map.of("do", "remove", "member", ha), Map.of("do", "role", "member", ha, "role", "PARTICIPANT"))) {
            assertThat(lesson.people(workshop, act).statusCode()).isEqualTo(404);
        }
        assertThat(lesson.ha.get(people).statusCode()).isEqualTo(200);
    }

    private static void assertDone(HttpResponse<String> answer, String done) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("did=" + done);
    }

    // ---- Real names

    @Test
    void realNamesComeFromARosterAndOnlyFacilitatorsSeeThem() {
        String workshop = lesson.found("CLASS_50");
        String people = "/workshops/" + workshop + "/people";
        SignedIn guest = lesson.joined(lesson.code(workshop), "Sandy Lark");
        String member = lesson.member(workshop, "Sandy Lark");
        String csv = "givenName,familyName,email\nAn,Nguyễn,an@lakeside.example\nBảo,Trần,bao@lakeside.example\n";

        HttpResponse<String> pasted = lesson.people(workshop, Map.of("do", "roster", "pasted", csv));
        assertThat(pasted.statusCode()).isEqualTo(200);
        assertThat(pasted.body()).contains("<option value=\"An Nguyễn\">", "<option value=\"Bảo Trần\">");
        HttpResponse<String> sent =
                lesson.ha.upload(people, "roster", csv.getBytes(StandardCharsets.UTF_8), Map.of("do", "roster"));
        assertThat(sent.body()).contains("<option value=\"An Nguyễn\">");
        assertThat(sent.body()).doesNotContain("an@lakeside.example");
        assertThat(lesson.ha.get(people).body()).as("later").doesNotContain("Nguyễn");

        assertDone(lesson.people(workshop, Map.of("do", "names", "name-" + member, " An  Nguyễn ")), "named");
        assertThat(lesson.ha.get(people).body()).contains("An Nguyễn").doesNotContain("Trần");
        for (String path : List.of("", "/questions/" + SampleDebate.PHONES)) {
            assertThat(guest.get("/workshops/" + workshop + path).body()).doesNotContain("Nguyễn");
        }
        assertThat(lesson.ha.get("/workshops/" + workshop + "/projector").body())
                .doesNotContain("Nguyễn", "Sandy Lark", ">Ha<");
        assertThat(guest.get("/me/data-json").body()).contains("An Nguyễn");
    }

    @Test
    void aRosterThatCannotBeReadSaysWhy() {
        String workshop = lesson.found("CLASS_50");
        HttpResponse<String> answer = lesson.people(workshop, Map.of("do", "roster", "pasted", "colour\nblue\n"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The first row must name the columns", "colour\nblue");
        assertThat(lesson.ha
                        .upload(
                                "/workshops/" + workshop + "/people",
                                "roster",
                                new byte[1_200_000],
                                Map.of("do", "roster"))
                        .body())
                .contains("larger than");
    }

    @Test
    void aPolicyWorkshopKnowsNoRealNames() {
        String workshop = lesson.found("POLICY_90");
        lesson.joined(lesson.code(workshop), "Velvet Moth");
        String member = lesson.member(workshop, "Velvet Moth");

        assertThat(lesson.ha.get("/workshops/" + workshop + "/people").body()).doesNotContain("name=\"roster\"");
        for (Map<String, String> act : List.of(
                Map.of("do", "roster", "pasted", "name\nAn\n"), Map.of("do", "names", "name-" + member, "An"))) {
            assertThat(lesson.people(workshop, act).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void namesAndPhrasesAreForgottenAtClosingWhereThatWasSaid() {
        String workshop = lesson.found("CLASS_50");
        lesson.ha.post("/workshops/" + workshop + "/settings", Map.of("do", "kept", "kept-days", "0"));
        SignedIn guest = lesson.joined(lesson.code(workshop), "Distant Comet");
        String phrase = phrase(guest.get("/workshops/" + workshop).body());
        String member = lesson.member(workshop, "Distant Comet");
        lesson.people(workshop, Map.of("do", "names", "name-" + member, "Chi Phạm"));

        lesson.ha.post("/workshops/" + workshop, Map.of("do", "phase", "seen", "READ", "next", "CLOSED"));

        assertThat(lesson.ha.get("/workshops/" + workshop + "/people").body()).doesNotContain("Chi Phạm");
        assertThat(guest.get("/me/data-json").body()).doesNotContain("Chi Phạm");
        assertThat(lesson.send("/join", Map.of("do", "return", "phrase", phrase))
                        .statusCode())
                .isEqualTo(422);
    }

    // ---- On the wall

    @Test
    void theWallFollowsWhoJoinsAndNamesNobody() {
        String workshop = lesson.found("CLASS_50");
        try (BrowserContext room = signedIn(WIDE)) {
            Page wall = room.newPage();
            wall.navigate(at("/workshops/" + workshop + "/projector?lang=en"));
            assertThat(wall.locator(".stage-now")).containsText("0 joined");
            assertThat(wall.locator(".stage-at")).containsText("127.0.0.1:" + lesson.portal.port() + "/join");
            assertThat(wall.locator("header, footer, nav")).hasCount(0);
            assertThat(wall.evaluate("window.mark = 1")).isEqualTo(1);

            lesson.joined(lesson.code(workshop), "Curly Heron");

            assertThat(wall.locator(".stage-now"))
                    .containsText(
                            "1 joined",
                            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                    .setTimeout(10_000));
            assertThat(wall.locator("main")).not().containsText("Curly Heron");
            lesson.ha.post("/workshops/" + workshop, Map.of("do", "phase", "seen", "READ", "next", "OPENING_BALLOT"));
            assertThat(wall.locator(".stage-now")).containsText("Opening ballot");
            assertThat(wall.evaluate("window.mark")).as("without loading anew").isEqualTo(1);

            // Cap height over a wall two metres wide: four centimetres are read from ten metres.
            double code = (double)
                    wall.evaluate(
                            "parseFloat(getComputedStyle(document.querySelector('.stage-code')).fontSize) / innerWidth * 1.0001");
            assertThat(code * 2.0 * 0.7).isGreaterThan(0.04);
            lesson.lead(workshop, "pause");
            wall.reload();
            assertThat(wall.locator(".stage-code, .stage-qr")).hasCount(0);
        }
    }

    private static BrowserContext signedIn(int width) {
        BrowserContext context = visitor(width, "en");
        Page page = context.newPage();
        page.navigate(at("/sign-in?lang=en"));
        page.fill("#pseudonym", "Ha");
        page.fill("#passphrase", LessonPortal.PASSPHRASE);
        page.press("#passphrase", "Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
        page.close();
        return context;
    }

    // ---- Weight and looks

    /** What a phone loads that was never here, compressed: page, style, scripts, icon. No fonts, since there are none. */
    @Test
    void theFirstPageWeighsLessThanThirtyKilobytes() {
        String code = lesson.code(lesson.found("CLASS_50"));
        assertThat(weight("/join/" + code, "")).isLessThan(30_000);
        assertThat(weight("/join", "")).isLessThan(30_000);

        HttpResponse<String> answer = lesson.join(code, "Light Reed");
        String question = answer.headers().firstValue("Location").orElseThrow();
        assertThat(weight(question, LessonPortal.cookies(answer))).isLessThan(30_000);
    }

    private static long weight(String path, String cookie) {
        String page = cookie.isEmpty()
                ? lesson.portal.get(path).body()
                : lesson.portal.get(path, "Cookie", cookie).body();
        assertThat(page).doesNotContain("primefaces", "jakarta.faces.resource", ".woff2");
        List<String> all = new ArrayList<>(List.of(path));
        Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                .matcher(page)
                .results()
                .forEach(m -> all.add(m.group(1)));
        assertThat(all).hasSizeGreaterThan(3);
        return all.stream().distinct().mapToLong(each -> sent(each, cookie)).sum();
    }

    private static long sent(String path, String cookie) {
        List<String> headers = new ArrayList<>(List.of("Accept-Encoding", "gzip"));
        if (!cookie.isEmpty()) {
            headers.addAll(List.of("Cookie", cookie));
        }
        HttpResponse<String> answer = lesson.portal.get(path, headers.toArray(String[]::new));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).as(path).hasValue("gzip");
        return answer.headers().firstValueAsLong("Content-Length").orElseThrow();
    }

    @Test
    void eachPageAndStateIsAccessibleAndFitsAPhone() {
        String workshop = lesson.found("CLASS_50");
        String policy = lesson.found("POLICY_90");
        String shop = "/workshops/" + workshop;
        String code = lesson.code(workshop);
        HttpResponse<String> joined = lesson.join(code, "Seen By Axe");
        String member = lesson.member(workshop, "Seen By Axe");
        lesson.people(workshop, Map.of("do", "names", "name-" + member, "Axe in life"));
        for (int width : List.of(NARROW, WIDE)) {
            for (String language : List.of("en", "vi")) {
                try (BrowserContext nobody = visitor(width, language);
                        BrowserContext guest = visitor(width, language);
                        BrowserContext leader = signedIn(width)) {
                    Page page = nobody.newPage();
                    for (String path :
                            List.of("/join", "/join/" + code, "/join/" + lesson.code(policy), "/join/cfhjkmnprt")) {
                        assertFine(page, path, language);
                    }
                    page.navigate(at("/join/" + code + "?lang=" + language));
                    page.fill("#pseudonym", "Seen by axe");
                    page.click("button[value=join]");
                    assertThat(page.locator("[data-first]")).isFocused();
                    assertFine(page, "a pseudonym that is taken");
                    page.navigate(at("/join?lang=" + language));
                    page.fill("#phrase", "bado kimu");
                    page.click("button[value=return]");
                    assertFine(page, "a wrong phrase");

                    guest.addCookies(browserCookies(joined));
                    page = guest.newPage();
                    for (String path : List.of(
                            shop,
                            shop + "/questions/" + SampleDebate.PHONES,
                            "/join/" + lesson.code(policy),
                            "/join",
                            "/me",
                            "/me/account",
                            "/me/data",
                            "/me/delete",
                            "/sign-out")) {
                        assertFine(page, path, language);
                    }

                    page = leader.newPage();
                    for (String path : List.of(
                            shop,
                            shop + "/people",
                            shop + "/people?remove=" + member,
                            shop + "/projector",
                            "/join/" + code)) {
                        assertFine(page, path, language);
                    }
                    page.navigate(at(shop + "/people?lang=" + language));
                    for (Locator acts : page.locator(".person-acts summary").all()) {
                        acts.click();
                    }
                    assertFine(page, "what can be changed");
                    page.click("button[value=phrase]");
                    assertThat(page.locator("#phrase-words")).isVisible();
                    assertFine(page, "a new phrase");
                    page.fill("#pasted", "name\nAn\nBình");
                    page.click("button[value=roster]");
                    assertThat(page.locator("#names option")).hasCount(2);
                    assertFine(page, "a roster");
                    page.fill("#invited", "Nobody Of Note");
                    page.click("button[value=invite]");
                    assertFine(page, "nobody to invite");
                }
            }
        }
    }

    private static List<Cookie> browserCookies(HttpResponse<String> answer) {
        return Stream.of(LessonPortal.cookies(answer).split("; "))
                .map(c -> c.split("=", 2))
                .map(c -> new Cookie(c[0], c[1]).setUrl(lesson.portal.address()))
                .toList();
    }

    private static void assertFine(Page page, String path, String language) {
        page.navigate(at(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
        assertFine(page, path + " " + language);
    }

    private static void assertFine(Page page, String what) {
        List<String> faults = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page).withTags(WCAG).analyze().getViolations()) {
            rule.getNodes().forEach(node -> faults.add(rule.getId() + ": " + node.getHtml()));
        }
        assertThat(faults).as(what).isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways in " + what)
                .isLessThanOrEqualTo(0);
    }
}
