package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import contested.access.Actor;
import contested.access.SiteRole;
import contested.account.Account;
import contested.account.AccountService;
import contested.account.AccountService.SignUp;
import contested.account.Pseudonym;
import contested.discussion.Comment;
import contested.discussion.DebateThread;
import contested.discussion.DiscussionRepository;
import contested.discussion.Stance;
import contested.discussion.ThreadMode;
import contested.discussion.ThreadService;
import contested.moderation.DecisionKind;
import contested.moderation.ModerationService;
import contested.moderation.Verdict;
import contested.passage.Passage;
import contested.passage.PassageRepository;
import contested.question.QuestionRepository;
import contested.shared.Slug;
import contested.support.Database;
import contested.support.Portal;
import contested.support.SampleDebate;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A portal on which people have written: on the first question a published comment, which cites a passage, and a declined one, the second closed, on
 * the third comments appear at once. Mai moderates; Vy is known well enough that nothing of hers is held.
 */
final class DiscussedPortal {

    static final String PASSPHRASE = "seventeen quiet lanterns";
    static final String PHONES = "/questions/" + SampleDebate.PHONES;
    static final String CLOSED = "/questions/" + SampleDebate.HOMEWORK;
    static final String AT_ONCE = "/questions/" + SampleDebate.UNIFORMS;
    static final String PUBLISHED = "published1";
    static final String DECLINED = "declined1";
    /** More than a column shows. */
    static final int HOMEWORKS = ThreadService.COLUMN + 1;

    static final String REASON = "Please say which source you rest on.\nThen send it again.";

    private static final AtomicInteger MADE = new AtomicInteger();
    private static @Nullable Portal portal;

    private DiscussedPortal() {}

    static synchronized Portal get() {
        if (portal == null) {
            portal = Portal.prepared("discussed", DiscussedPortal::fill);
        }
        return portal;
    }

    private static void fill(Database database) {
        AccountService accounts = database.get(AccountService.class);
        database.inTransaction(() -> accounts.setUp(new SignUp("Mai", PASSPHRASE, "", null)));
        for (String name : List.of("Binh", "Chi", "Vy")) {
            database.inTransaction(() -> accounts.signUp(new SignUp(name, PASSPHRASE, "", null)));
        }
        Actor mai = new Actor(account(database, "Mai").id(), java.util.Set.of(SiteRole.MEMBER, SiteRole.MODERATOR));
        write(database, "Binh", SampleDebate.PHONES, PUBLISHED);
        write(database, "Chi", SampleDebate.PHONES, DECLINED);
        for (int i = 1; i <= HOMEWORKS; i++) {
            write(database, "Vy", SampleDebate.HOMEWORK, "homework" + i);
            decide(database, mai, "homework" + i, Verdict.of(DecisionKind.PUBLISH));
        }
        decide(database, mai, PUBLISHED, Verdict.of(DecisionKind.PUBLISH));
        decide(database, mai, DECLINED, new Verdict(DecisionKind.DECLINE, "ground", REASON));
        ModerationService moderation = database.get(ModerationService.class);
        database.inTransaction(() -> moderation.closeThread(mai, SampleDebate.HOMEWORK));
        database.inTransaction(() -> moderation.closeThread(mai, SampleDebate.UNIFORMS));
        database.inTransaction(() -> moderation.reopenThread(mai, SampleDebate.UNIFORMS, ThreadMode.AFTER));
    }

    private static Account account(Database database, String name) {
        return database.inTransaction(() -> database.entityManager()
                .createQuery("select a from Account a where a.pseudonymKey = :key", Account.class)
                .setParameter("key", Pseudonym.of(name).key())
                .getSingleResult());
    }

    private static void write(Database database, String author, Slug question, String name) {
        Long id = account(database, author).id();
        database.doInTransaction(() -> {
            DebateThread thread = database.get(DiscussionRepository.class)
                    .threadOf(database.get(QuestionRepository.class)
                            .find(question)
                            .orElseThrow());
            Comment comment = new Comment(
                    new Slug(name),
                    thread,
                    null,
                    database.entityManager().find(Account.class, id),
                    Stance.NONE,
                    null,
                    name,
                    Database.NOW);
            List<Passage> cited = name.equals(PUBLISHED)
                    ? database.get(PassageRepository.class).ofQuestion(thread.question()).stream()
                            .filter(p -> p.slug().equals(SampleDebate.PASSAGE))
                            .toList()
                    : List.of();
            comment.revise("What " + author + " thinks of it, called " + name + ".", cited, Database.NOW);
            database.entityManager().persist(comment);
        });
    }

    private static void decide(Database database, Actor moderator, String name, Verdict verdict) {
        database.doInTransaction(() -> {
            long seen = database.get(DiscussionRepository.class)
                    .find(new Slug(name))
                    .orElseThrow()
                    .version();
            database.get(ModerationService.class).decide(moderator, new Slug(name), seen, verdict);
        });
    }

    // ---- In a browser

    /** Makes an account there. @return its pseudonym */
    static String signUp(Page page) {
        String name = freshName();
        page.navigate(get().at("/sign-up?lang=en").toString());
        page.fill("#pseudonym", name);
        page.fill("#passphrase", PASSPHRASE);
        page.click("main form button[type=submit]");
        page.waitForURL(url -> !url.contains("sign-up"));
        return name;
    }

    static String freshName() {
        return "Member " + MADE.incrementAndGet();
    }

    static void signIn(Page page, String name) {
        page.navigate(get().at("/sign-in?lang=en").toString());
        fillSignIn(page, name);
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    static void fillSignIn(Page page, String name) {
        page.fill("#pseudonym", name);
        page.fill("#passphrase", PASSPHRASE);
        page.click("main form button[type=submit]");
    }

    // ---- Without one

    /** Somebody signed in, without a browser. @param cookie as it is sent */
    record Member(String name, String cookie) {

        static Member make() {
            String name = freshName();
            return new Member(name, cookie("/sign-up", name));
        }

        static Member existing(String name) {
            return new Member(name, cookie("/sign-in", name));
        }

        private static String cookie(String door, String name) {
            HttpResponse<String> answer = DiscussedPortal.post(
                    door, null, List.of(Map.entry("pseudonym", name), Map.entry("passphrase", PASSPHRASE)));
            assertThat(answer.statusCode()).as(name).isEqualTo(303);
            return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        }

        String get(String path) {
            return DiscussedPortal.get().get(path, "Cookie", cookie).body();
        }

        /** What a hidden field of a page says. */
        String hidden(String path, String field) {
            Matcher found =
                    Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(get(path));
            assertThat(found.find()).as(field + " on " + path).isTrue();
            return found.group(1);
        }

        /** With the form's own token and mark. */
        HttpResponse<String> post(String path, List<Map.Entry<String, String>> fields) {
            List<Map.Entry<String, String>> all = new java.util.ArrayList<>(fields);
            all.add(Map.entry("form-token", hidden("/me", "form-token")));
            all.add(Map.entry("author", hidden("/me", "author")));
            return DiscussedPortal.post(path, cookie, all);
        }

        /** Writes a comment that takes no position, as the form does. */
        HttpResponse<String> write(String question, String text) {
            return post(
                    question + "/comments",
                    List.of(
                            Map.entry("key", "k" + MADE.incrementAndGet()),
                            Map.entry("position", "none"),
                            Map.entry("text", text),
                            Map.entry("do", "send")));
        }
    }

    static HttpResponse<String> post(String path, @Nullable String cookie, List<Map.Entry<String, String>> fields) {
        String body = fields.stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = get().request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", get().address())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return get().send(cookie == null ? request : request.header("Cookie", cookie));
    }
}
