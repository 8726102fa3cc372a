package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.account.AccountService;
import contested.account.AccountService.SignUp;
import contested.support.Portal;
import contested.support.SampleDebate;
import contested.support.SignedIn;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A portal on which Ha leads workshops, as browsers without scripts see it; Linh and Minh have accounts too. */
final class LessonPortal {

    static final String PASSPHRASE = "seventeen quiet lanterns";
    static final String TITLE = "Phones at Lakeside";

    private static final Pattern SHOWN_CODE =
            Pattern.compile("class=\"joincode\">(?:<span[^>]*>[^<]*</span>)?([^<]+)<");

    final Portal portal;
    final SignedIn ha;

    LessonPortal(String name) {
        this(name, Map.of());
    }

    /** With settings as an operator gives them. */
    LessonPortal(String name, Map<String, String> settings) {
        portal = Portal.prepared(
                name,
                database -> {
                    AccountService accounts = database.get(AccountService.class);
                    for (String each : List.of("Ha", "Linh", "Minh")) {
                        database.inTransaction(() -> accounts.signUp(new SignUp(each, PASSPHRASE, "", null)));
                    }
                },
                settings);
        ha = SignedIn.as(portal, "Ha", PASSPHRASE);
    }

    /** A new workshop of Ha's. @return its name */
    String found(String template) {
        HttpResponse<String> answer = ha.post(
                "/workshops/new",
                Map.of("title", TITLE, "question", SampleDebate.PHONES.value(), "template", template, "zone", "UTC"));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("/workshops/([a-z0-9]+).*", "$1");
    }

    String code(String workshop) {
        Matcher code = SHOWN_CODE.matcher(ha.get("/workshops/" + workshop).body());
        assertThat(code.find()).as("the code on the board").isTrue();
        return code.group(1).replace(" ", "").toLowerCase(java.util.Locale.ROOT);
    }

    HttpResponse<String> lead(String workshop, String act) {
        return ha.post("/workshops/" + workshop, Map.of("do", act));
    }

    /** Leads it from the one phase, as the form of its switch names it, into the other. */
    void enter(String workshop, String seen, String next) {
        assertThat(ha.post("/workshops/" + workshop, Map.of("do", "phase", "seen", seen, "next", next))
                        .statusCode())
                .isEqualTo(303);
    }

    HttpResponse<String> people(String workshop, Map<String, String> fields) {
        return ha.post("/workshops/" + workshop + "/people", fields);
    }

    /** The number by which forms name that member. */
    String member(String workshop, String pseudonym) {
        Matcher member = Pattern.compile(
                        "<strong>" + Pattern.quote(pseudonym) + "</strong>.*?name=\"member\" value=\"(\\d+)\"",
                        Pattern.DOTALL)
                .matcher(ha.get("/workshops/" + workshop + "/people").body());
        assertThat(member.find()).as(pseudonym + " in the list").isTrue();
        return member.group(1);
    }

    /** What a visitor's form with these fields is answered. */
    HttpResponse<String> send(String path, Map<String, String> fields) {
        return send(path, "", fields);
    }

    HttpResponse<String> send(String path, String cookie, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = portal.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", portal.address())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return portal.send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    HttpResponse<String> join(String code, String pseudonym) {
        return send("/join/" + code, Map.of("do", "join", "pseudonym", pseudonym));
    }

    /** Somebody who has joined, as their browser speaks: with both cookies. */
    SignedIn joined(String code, String pseudonym) {
        HttpResponse<String> answer = join(code, pseudonym);
        assertThat(answer.statusCode()).as(pseudonym).isEqualTo(303);
        return SignedIn.with(portal, cookies(answer));
    }

    static String cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(c -> c.split(";")[0])
                .collect(Collectors.joining("; "));
    }
}
