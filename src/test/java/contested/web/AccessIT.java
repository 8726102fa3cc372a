package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import contested.access.Actor;
import contested.access.SiteRole;
import contested.access.WorkshopRole;
import contested.account.Account;
import contested.account.AccountService;
import contested.account.AccountService.SignUp;
import contested.discussion.Comment;
import contested.discussion.CommentService;
import contested.discussion.DebateThread;
import contested.discussion.DiscussionRepository;
import contested.discussion.Draft;
import contested.discussion.Stance;
import contested.discussion.ThreadKey;
import contested.question.QuestionRepository;
import contested.shared.Slug;
import contested.support.Database;
import contested.support.Portal;
import contested.support.SampleDebate;
import contested.workshop.JoinService;
import contested.workshop.Phase;
import contested.workshop.SeatService;
import contested.workshop.Template;
import contested.workshop.Workshop;
import contested.workshop.WorkshopService;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may see and do what, from outside: each address for each role, and each state change as each role, without its
 * token, with another's, with one that is over, and with fields that no form has. The two tables below are the claim.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessIT {

    private static final String PASSPHRASE = "seventeen quiet lanterns";
    private static final String QUESTION = "/questions/" + SampleDebate.PHONES;
    private static final String COMPOSER = QUESTION + "/comments";
    private static final String WITHIN = "/workshops/{workshop}/questions/" + SampleDebate.PHONES;
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    /**
     * Those who ask. The author is a member like the other one, and wrote the comments. A facilitator is one too, and leads
     * a workshop in which a participant is, and a helper who moderates there; to all others it does not exist, whatever they
     * are trusted with on the site.
     */
    enum Who {
        VISITOR,
        MEMBER,
        AUTHOR,
        MODERATOR,
        EDITOR,
        ADMINISTRATOR,
        PARTICIPANT,
        HELPER,
        FACILITATOR
    }

    private static final Set<Who> EVERYBODY = EnumSet.allOf(Who.class);
    private static final Set<Who> SIGNED_IN = EnumSet.complementOf(EnumSet.of(Who.VISITOR));
    private static final Set<Who> GUESTS = EnumSet.of(Who.PARTICIPANT, Who.HELPER);
    private static final Set<Who> MEMBERS = without(SIGNED_IN, GUESTS);
    private static final Set<Who> NOT_THE_AUTHOR = without(MEMBERS, EnumSet.of(Who.AUTHOR));
    private static final Set<Who> IN_WORKSHOP = EnumSet.of(Who.PARTICIPANT, Who.HELPER, Who.FACILITATOR);
    private static final Set<Who> MODERATING_THERE = EnumSet.of(Who.HELPER, Who.FACILITATOR);
    private static final Set<Who> LEADING_THERE = EnumSet.of(Who.FACILITATOR);
    private static final Set<Who> AUTHOR = EnumSet.of(Who.AUTHOR);
    private static final Set<Who> MODERATORS = EnumSet.of(Who.MODERATOR);
    private static final Set<Who> LOG_READERS = EnumSet.of(Who.MODERATOR, Who.ADMINISTRATOR);
    private static final Set<Who> ADMINISTRATORS = EnumSet.of(Who.ADMINISTRATOR);
    private static final Set<Who> NOBODY = EnumSet.noneOf(Who.class);

    private static Set<Who> without(Set<Who> all, Set<Who> some) {
        Set<Who> rest = EnumSet.copyOf(all);
        rest.removeAll(some);
        return rest;
    }

    /** Who sees what is at an address; whoever is not among them finds nothing, a visitor the door. */
    private record Seen(Route route, String path, Set<Who> by) {}

    private static List<Seen> addresses() {
        return List.of(
                new Seen(Route.HOME, "/", EVERYBODY),
                new Seen(Route.QUESTIONS, "/questions", EVERYBODY),
                new Seen(Route.QUESTION, QUESTION, EVERYBODY),
                new Seen(Route.HANDOUT, QUESTION + "/handout", EVERYBODY),
                new Seen(Route.SOURCES, "/sources", EVERYBODY),
                new Seen(Route.SOURCE, "/sources/" + SampleDebate.GAZETTE, EVERYBODY),
                new Seen(Route.PASSAGE, "/passages/" + SampleDebate.PASSAGE, EVERYBODY),
                new Seen(Route.COMPARE, "/compare/" + SampleDebate.PHONES, EVERYBODY),
                new Seen(Route.ABOUT, "/about", EVERYBODY),
                new Seen(Route.HOUSE_RULES, "/house-rules", EVERYBODY),
                new Seen(Route.PRIVACY, "/privacy", EVERYBODY),
                new Seen(Route.SIGN_IN, "/sign-in", EVERYBODY),
                new Seen(Route.SIGN_UP, "/sign-up", EVERYBODY),
                new Seen(Route.SETUP, "/setup?key=" + "0".repeat(64), NOBODY),
                new Seen(Route.COMMENT, COMPOSER, MEMBERS),
                new Seen(Route.COMMENT, COMPOSER + "?edit=waiting", AUTHOR),
                new Seen(Route.REPORT, QUESTION + "/report?comment=published", MEMBERS),
                new Seen(Route.SIGN_OUT, "/sign-out", SIGNED_IN),
                new Seen(Route.JOIN, "/join", EVERYBODY),
                new Seen(Route.JOIN_CODE, "/join/{code}", EVERYBODY),
                new Seen(Route.JOIN_CODE, "/join/cfhjkmnprt", NOBODY),
                new Seen(Route.WORKSHOPS, "/workshops", SIGNED_IN),
                new Seen(Route.WORKSHOP_NEW, "/workshops/new", MEMBERS),
                new Seen(Route.WORKSHOP, "/workshops/{workshop}", IN_WORKSHOP),
                new Seen(Route.WORKSHOP_SETTINGS, "/workshops/{workshop}/settings", LEADING_THERE),
                new Seen(Route.WORKSHOP_PEOPLE, "/workshops/{workshop}/people", LEADING_THERE),
                new Seen(Route.WORKSHOP_PEOPLE, "/workshops/{workshop}/people?remove={participant}", LEADING_THERE),
                new Seen(Route.WORKSHOP_FEEDBACK, "/workshops/{workshop}/feedback", LEADING_THERE),
                new Seen(Route.WORKSHOP_FEEDBACK, "/workshops/{workshop}/feedback?release=all", LEADING_THERE),
                new Seen(Route.WORKSHOP_RECORDS, "/workshops/{workshop}/records", LEADING_THERE),
                new Seen(Route.WORKSHOP_ARCHIVE, "/workshops/{workshop}/archive-zip", LEADING_THERE),
                new Seen(Route.WORKSHOP_ARCHIVE, "/workshops/{workshop}/archive-zip?names=yes", LEADING_THERE),
                new Seen(Route.WORKSHOP_PARTICIPATION, "/workshops/{workshop}/participation-csv", LEADING_THERE),
                new Seen(
                        Route.WORKSHOP_PARTICIPATION,
                        "/workshops/{workshop}/participation-csv?names=yes",
                        LEADING_THERE),
                new Seen(Route.WORKSHOP_WIPE, "/workshops/{workshop}/wipe", LEADING_THERE),
                new Seen(Route.WORKSHOP_PROJECTOR, "/workshops/{workshop}/projector", MODERATING_THERE),
                new Seen(Route.WORKSHOP_OUTCOME, "/workshops/{workshop}/outcome", IN_WORKSHOP),
                // While people discuss there is no sheet yet, for nobody.
                new Seen(Route.WORKSHOP_OUTCOME_MD, "/workshops/{workshop}/outcome-md", NOBODY),
                new Seen(Route.WORKSHOP_OUTCOME_PDF, "/workshops/{workshop}/outcome-pdf", NOBODY),
                new Seen(Route.WORKSHOP_QUESTION, WITHIN, IN_WORKSHOP),
                new Seen(Route.WORKSHOP_PAPER, WITHIN + "/paper", LEADING_THERE),
                new Seen(Route.WORKSHOP_LEARNING, WITHIN + "/learning", LEADING_THERE),
                // There are no groups yet, so nobody finds one.
                new Seen(Route.WORKSHOP_QUESTION, WITHIN + "?group=1", NOBODY),
                new Seen(Route.WORKSHOP_COMMENT, WITHIN + "/comments?group=1", NOBODY),
                new Seen(Route.WORKSHOP_COMMENT, WITHIN + "/comments", IN_WORKSHOP),
                new Seen(Route.WORKSHOP_COMMENT, WITHIN + "/comments?edit={inside}", EnumSet.of(Who.PARTICIPANT)),
                new Seen(Route.WORKSHOP_REPORT, WITHIN + "/report?comment={inside}", IN_WORKSHOP),
                // Nobody: neither a provider nor mail is set up here.
                new Seen(Route.SIGN_IN_PROVIDER, "/sign-in/provider", NOBODY),
                new Seen(Route.SIGN_IN_ANSWER, "/sign-in/answer?code=1&state=2", NOBODY),
                new Seen(Route.PROVIDER_SIGN_UP, "/sign-up/provider", NOBODY),
                new Seen(Route.RECOVER, "/recover", NOBODY),
                new Seen(Route.RECOVER_PASSPHRASE, "/recover/" + "0".repeat(64), NOBODY),
                new Seen(Route.ME, "/me", SIGNED_IN),
                new Seen(Route.ME_COMMENT, "/me/comments/waiting", AUTHOR),
                new Seen(Route.ME_NOTICES, "/me/notices", SIGNED_IN),
                new Seen(Route.ME_REPORTS, "/me/reports", SIGNED_IN),
                new Seen(Route.ME_ACCOUNT, "/me/account", SIGNED_IN),
                new Seen(Route.ME_DATA, "/me/data", SIGNED_IN),
                new Seen(Route.ME_FILE, "/me/data-json", SIGNED_IN),
                new Seen(Route.ME_DELETE, "/me/delete", SIGNED_IN),
                new Seen(Route.ACCOUNT_DELETED, "/account-deleted", EVERYBODY),
                new Seen(Route.ADMIN, "/admin", ADMINISTRATORS),
                new Seen(Route.ADMIN_ACCOUNTS, "/admin/accounts", ADMINISTRATORS),
                new Seen(Route.ADMIN_INVITATIONS, "/admin/invitations", ADMINISTRATORS),
                new Seen(Route.ADMIN_HOUSE_RULES, "/admin/house-rules", ADMINISTRATORS),
                new Seen(Route.ADMIN_WORDS, "/admin/words", ADMINISTRATORS),
                new Seen(Route.ADMIN_DOCUMENTS, "/admin/documents", ADMINISTRATORS),
                new Seen(Route.MODERATION_REPLIES, "/moderation/replies", MODERATORS),
                new Seen(Route.MODERATION_THREADS, "/moderation/threads", MODERATORS),
                new Seen(Route.MODERATION_FAIRNESS, "/moderation/fairness", LOG_READERS),
                new Seen(Route.MODERATION, "/moderation", MODERATORS),
                new Seen(Route.MODERATION, "/moderation?item=waiting", MODERATORS),
                new Seen(Route.MODERATION_LOG, "/moderation/log", LOG_READERS),
                new Seen(Route.MODERATION_CSV, "/moderation/log-csv", LOG_READERS),
                new Seen(Route.MODERATION_MEMBER, "/moderation/members/{author}", MODERATORS));
    }

    /** What a form does. Fields in braces are filled in from what the tests know. */
    private record Act(String name, String path, Set<Who> by, Map<String, String> fields) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** In an order in which each finds what it is about. */
    private static List<Act> actions() {
        Map<String, String> words = Map.of("text", "What this test has to say, in a sentence.", "position", "none");
        return List.of(
                new Act("comment", COMPOSER, MEMBERS, with(words, "do", "send", "key", "{fresh}")),
                new Act(
                        "edit",
                        COMPOSER + "?edit=waiting",
                        AUTHOR,
                        with(words, "do", "send", "text", "What it says by now, {fresh}, in other words.")),
                new Act("stay signed in", "/me", SIGNED_IN, Map.of("do", "extend")),
                new Act(
                        "report",
                        QUESTION + "/report?comment=published",
                        NOT_THE_AUTHOR,
                        Map.of("reason", "OFF_TOPIC", "words", "It is about lunch.")),
                new Act(
                        "choose who signs up",
                        "/admin/invitations",
                        ADMINISTRATORS,
                        Map.of("do", "mode", "mode", "INVITED")),
                new Act("let fewer found workshops", "/admin", ADMINISTRATORS, Map.of("founders", "ENTRUSTED")),
                new Act(
                        "remove the demonstration",
                        "/admin",
                        ADMINISTRATORS,
                        Map.of("do", "demonstration", "sure", "yes")),
                new Act("let all found workshops", "/admin", ADMINISTRATORS, Map.of("founders", "MEMBERS")),
                new Act(
                        "give a role",
                        "/admin/accounts",
                        ADMINISTRATORS,
                        Map.of("account", "{author}", "give", "EDITOR")),
                new Act(
                        "take a role",
                        "/admin/accounts",
                        ADMINISTRATORS,
                        Map.of("account", "{author}", "take", "EDITOR")),
                new Act("list a word", "/admin/words", ADMINISTRATORS, Map.of("list", "HELD", "words", "lanternfish")),
                new Act(
                        "open a text",
                        "/admin/documents",
                        ADMINISTRATORS,
                        Map.of("do", "open", "source", SampleDebate.GAZETTE.value(), "readers", "MEMBERS")),
                new Act(
                        "save a reply",
                        "/moderation/replies",
                        MODERATORS,
                        Map.of("rule", "{rule}", "language", "en", "text", "Please name the paragraph.")),
                new Act(
                        "close a thread",
                        "/moderation/threads",
                        MODERATORS,
                        Map.of("question", SampleDebate.HOMEWORK.value(), "mode", "CLOSED")),
                new Act("claim", "/moderation", MODERATORS, Map.of("do", "claim")),
                new Act(
                        "ask a colleague",
                        "/moderation",
                        MODERATORS,
                        Map.of("do", "ask", "about", "waiting", "note", "What do you think?")),
                verdict("send back", "SEND_BACK", "waiting"),
                verdict("decline", "DECLINE", "waiting2"),
                verdict("hide", "HIDE", "published"),
                verdict("restore", "RESTORE", "published"),
                verdict("redact", "REDACT", "published"),
                verdict("publish", "PUBLISH", "waiting3"),
                new Act(
                        "note on a member",
                        "/moderation/members/{author}",
                        MODERATORS,
                        Map.of("do", "note", "note", "Writes with care.")),
                new Act(
                        "sanction",
                        "/moderation/members/{author}",
                        MODERATORS,
                        Map.of("do", "sanction", "kind", "REMIND", "reason", "Please mind rule 2.")),
                new Act("withdraw", COMPOSER + "?edit=waiting3", AUTHOR, with(words, "do", "withdraw")),
                new Act("write inside", WITHIN + "/comments", IN_WORKSHOP, with(words, "do", "send", "key", "{fresh}")),
                new Act(
                        "tell everybody",
                        "/workshops/{workshop}",
                        LEADING_THERE,
                        Map.of("do", "note", "note", "Five minutes still.")),
                new Act(
                        "light a passage",
                        WITHIN,
                        LEADING_THERE,
                        Map.of("do", "light", "light-passage", SampleDebate.PASSAGE.value())),
                new Act("light a comment", WITHIN, LEADING_THERE, Map.of("do", "light", "light-comment", "{inside}")),
                new Act("take it away", "/workshops/{workshop}", LEADING_THERE, Map.of("do", "dim")),
                new Act("count paper", WITHIN + "/paper", LEADING_THERE, Map.of("do", "OPENING", "opening-yes", "3")),
                new Act(
                        "go on",
                        "/workshops/{workshop}",
                        LEADING_THERE,
                        Map.of("do", "phase", "seen", "DISCUSS", "next", "CLOSING_BALLOT")),
                learning("choose what is read first", Map.of("do", "reading", "rank-" + SampleDebate.PASSAGE, "1")),
                learning("divide into groups", Map.of("do", "groups", "groups", "2")),
                learning("draw sides", Map.of("do", "practice", "side-swap", "yes", "pair-replies", "yes")),
                learning(
                        "put into a group",
                        Map.of("do", "move", "group-of-{participant}", "1", "group-of-{leaver}", "1")),
                new Act(
                        "tick off what is read",
                        WITHIN,
                        EnumSet.of(Who.PARTICIPANT),
                        Map.of("read", SampleDebate.PASSAGE.value())),
                new Act("give more time", "/workshops/{workshop}", LEADING_THERE, Map.of("do", "more", "minutes", "3")),
                new Act("pause joining", "/workshops/{workshop}", LEADING_THERE, Map.of("do", "pause")),
                new Act(
                        "show less",
                        "/workshops/{workshop}/settings",
                        LEADING_THERE,
                        Map.of("do", "show", "review", "before", "persons", "yes")),
                new Act(
                        "keep names shorter",
                        "/workshops/{workshop}/settings",
                        LEADING_THERE,
                        Map.of("do", "kept", "kept-days", "7")),
                new Act(
                        "draft feedback",
                        "/workshops/{workshop}/feedback",
                        LEADING_THERE,
                        Map.of("do", "save", "text-{participant}", "Well said.", "seen-{participant}", "0")),
                new Act("release feedback", "/workshops/{workshop}/feedback", LEADING_THERE, Map.of("do", "release")),
                person("mute", Map.of("do", "mute")),
                person("give a person time", Map.of("do", "extra", "minutes-{participant}", "4")),
                person("name", Map.of("do", "names", "name-{participant}", "An Example")),
                person("make a moderator", Map.of("do", "role", "role", "MODERATOR")),
                person("put out", Map.of("do", "remove", "member", "{leaver}")),
                person("invite", Map.of("do", "invite", "invited", "Somebody 5")),
                // The last one: nothing of the workshop is there afterwards. The editor was invited just now.
                new Act(
                        "wipe",
                        "/workshops/{workshop}/wipe",
                        EnumSet.of(Who.FACILITATOR, Who.EDITOR),
                        Map.of("do", "wipe", "sure", "yes")));
    }

    private static Act learning(String name, Map<String, String> fields) {
        return new Act(name, WITHIN + "/learning", LEADING_THERE, fields);
    }

    private static Act person(String name, Map<String, String> fields) {
        return new Act(
                name, "/workshops/{workshop}/people", LEADING_THERE, with(Map.of("member", "{participant}"), fields));
    }

    private static Act verdict(String name, String kind, String comment) {
        return new Act(
                name,
                "/moderation",
                MODERATORS,
                Map.of("do", kind, "about", comment, "version", "{version of " + comment + "}", "rule", "{rule}"));
    }

    private static Map<String, String> with(Map<String, String> fields, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(fields);
        all.putAll(more);
        return all;
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new TreeMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static Portal portal;
    private static final Map<Who, String> COOKIES = new EnumMap<>(Who.class);
    private static long author;
    private static long moderator;
    private static Slug workshop;
    private static Slug inside;
    private static long participant;
    private static long leaver;
    private static String code;
    private static final Map<Who, String> PHRASES = new EnumMap<>(Who.class);
    private static int fresh;

    @BeforeAll
    static void start() {
        portal = Portal.prepared("access", AccessIT::fill);
        SIGNED_IN.forEach(who -> COOKIES.put(who, signIn(who)));
        // That of the prepared workshop is long over.
        post(
                "/workshops/" + workshop,
                COOKIES.get(Who.FACILITATOR),
                Map.of("form-token", token(Who.FACILITATOR), "do", "renew"));
        code = found(
                        "class=\"joincode\">(?:<span[^>]*>[^<]*</span>)?([^<]+)<",
                        get("/workshops/" + workshop, Who.FACILITATOR))
                .replace(" ", "")
                .toLowerCase(java.util.Locale.ROOT);
    }

    @AfterAll
    static void stop() {
        portal.stop();
    }

    private static void fill(Database database) {
        AccountService accounts = database.get(AccountService.class);
        for (Who who : MEMBERS) {
            database.inTransaction(() -> accounts.signUp(new SignUp(pseudonym(who), PASSPHRASE, "", null)));
        }
        database.doInTransaction(() -> {
            account(database, Who.MODERATOR).trustAs(SiteRole.MODERATOR);
            account(database, Who.EDITOR).trustAs(SiteRole.EDITOR);
            account(database, Who.ADMINISTRATOR).trustAs(SiteRole.ADMINISTRATOR);
            author = account(database, Who.AUTHOR).id();
            moderator = account(database, Who.MODERATOR).id();
            for (String name : List.of("waiting", "waiting2", "waiting3", "published")) {
                write(database, name);
            }
        });
        Actor facilitator = new Actor(
                database.inTransaction(() -> account(database, Who.FACILITATOR).id()), Set.of(SiteRole.MEMBER));
        workshop = database.inTransaction(() -> database.get(WorkshopService.class)
                .found(
                        facilitator,
                        new WorkshopService.Founding(
                                "Phones", SampleDebate.PHONES, Template.CLASS_50, ZoneOffset.UTC, null, null)));
        Actor writes = join(database, Who.PARTICIPANT);
        Actor helper = join(database, Who.HELPER);
        Actor leaves = join(database, "Somebody leaving").actor();
        database.doInTransaction(() -> {
            JoinService joining = database.get(JoinService.class);
            SeatService seats = database.get(SeatService.class);
            participant = seats.get(writes, workshop).member().id();
            leaver = seats.get(leaves, workshop).member().id();
            joining.trustAs(
                    facilitator, workshop, seats.get(helper, workshop).member().id(), WorkshopRole.MODERATOR);
            database.get(WorkshopService.class).enter(facilitator, workshop, Phase.READ, Phase.DISCUSS);
        });
        inside = database.inTransaction(() -> database.get(CommentService.class)
                .post(
                        writes,
                        ThreadKey.in(workshop, SampleDebate.PHONES),
                        new Draft(
                                Stance.NONE,
                                null,
                                "What the author wrote inside, and more.",
                                List.of(),
                                null,
                                "inside")));
    }

    private static Actor join(Database database, Who who) {
        Entered entered = join(database, pseudonym(who));
        PHRASES.put(who, entered.phrase());
        return entered.actor();
    }

    private record Entered(Actor actor, String phrase) {}

    private static Entered join(Database database, String pseudonym) {
        JoinService.Joined joined = database.inTransaction(() -> database.get(JoinService.class)
                .join(
                        database.entityManager()
                                .createQuery("select w from Workshop w", Workshop.class)
                                .getSingleResult()
                                .joinCode()
                                .orElseThrow(),
                        pseudonym));
        Actor actor = database.inTransaction(() -> database.get(AccountService.class)
                .visit(joined.token())
                .orElseThrow()
                .actor());
        return new Entered(actor, joined.phrase().shown());
    }

    private static String pseudonym(Who who) {
        // No name of an office: those are refused at sign-up.
        return "Somebody " + (who.ordinal() + 1);
    }

    private static Account account(Database database, Who who) {
        return database.entityManager()
                .createQuery("select a from Account a where a.pseudonym = :name", Account.class)
                .setParameter("name", pseudonym(who))
                .getSingleResult();
    }

    private static void write(Database database, String name) {
        DiscussionRepository discussion = database.get(DiscussionRepository.class);
        DebateThread thread = discussion.threadOf(
                database.get(QuestionRepository.class).find(SampleDebate.PHONES).orElseThrow());
        Comment comment = new Comment(
                new Slug(name), thread, null, account(database, Who.AUTHOR), Stance.NONE, null, name, Database.NOW);
        comment.revise("What the author wrote: " + name + " and more.", List.of(), Database.NOW);
        if (name.equals("published")) {
            comment.publish(Database.NOW);
        }
        database.entityManager().persist(comment);
    }

    private static String signIn(Who who) {
        return (PHRASES.containsKey(who)
                        ? post("/join", "", Map.of("do", "return", "phrase", PHRASES.get(who)))
                        : post("/sign-in", "", Map.of("pseudonym", pseudonym(who), "passphrase", PASSPHRASE)))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
    }

    @Test
    @Order(1)
    void everyAddressHasItsRow() {
        assertThat(addresses().stream().map(Seen::route).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Route.values());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    @Order(2)
    void whatOneMayNotSeeDoesNotExist(Seen seen) {
        for (Who who : Who.values()) {
            HttpResponse<String> answer = get(filled(seen.path(), Map.of()), who);

            assertThat(answer.statusCode()).as(who + " " + seen.path()).isEqualTo(expected(seen, who));
            if (answer.statusCode() == 303) {
                assertThat(answer.headers().firstValue("Location").orElseThrow())
                        .startsWith(door(seen, who));
            }
            if (!seen.by().contains(who)) {
                assertThat(answer.body()).doesNotContain("What the author wrote");
            }
        }
    }

    /** A guest is led into their workshop, a visitor to where one joins it, or to the sign-in. */
    private static String door(Seen seen, Who who) {
        return who != Who.VISITOR
                ? "/workshops/" + workshop
                : seen.route().isInWorkshop() ? "/join?workshop=" + workshop : "/sign-in";
    }

    private static int expected(Seen seen, Who who) {
        if (seen.path().equals("/join/{code}") && GUESTS.contains(who)) {
            return 303;
        }
        if (seen.by().contains(who)) {
            return 200;
        }
        boolean led = !seen.by().isEmpty() || seen.route().isInWorkshop();
        return who == Who.VISITOR && led ? 303 : 404;
    }

    @ParameterizedTest
    @MethodSource("actions")
    @Order(3)
    void onlyWhoMayActsAndOnlyWithTheirToken(Act act) {
        String before = everything();
        for (Who who : Who.values()) {
            if (!act.by().contains(who)) {
                HttpResponse<String> answer = act(act, who, token(who), Map.of());
                assertThat(answer.statusCode()).as(who + " " + act).isIn(refusals(act, who));
            }
        }
        for (Who who : act.by()) {
            for (String token : List.of("", token(stranger(who)), staleToken(who))) {
                assertThat(act(act, who, token, Map.of()).statusCode())
                        .as(who + " with the token '" + token + "'")
                        .isEqualTo(422);
            }
            // What stands in the address is no answer to a form.
            String inAddress = filled(act.path(), Map.of())
                    + (act.path().contains("?") ? "&" : "?")
                    + form(filled(act, token(who)));
            assertThat(get(inAddress, who).statusCode()).isIn(200, 404);
            assertThat(post(inAddress, COOKIES.get(who), Map.of()).statusCode()).isEqualTo(422);
            assertThat(fromElsewhere(act, who)).isEqualTo(422);
        }
        assertThat(everything()).as("after all that was refused").isEqualTo(before);

        Who who = act.by().iterator().next();
        assertThat(act(act, who, token(who), MORE).statusCode()).isEqualTo(303);

        if (!UNSEEN.contains(act.name())) {
            assertThat(everything()).as("after what was allowed").isNotEqualTo(before);
        }
        assertThat(get("/admin", Who.AUTHOR).statusCode()).isEqualTo(404);
        assertThat(get("/moderation", Who.AUTHOR).statusCode()).isEqualTo(404);
        assertThat(get(QUESTION, Who.VISITOR).body())
                .doesNotContain("What this test has to say", "What it says by now");
    }

    @Test
    @Order(4)
    void aRoleTakenAwayEndsItsRightsInOpenTabs() {
        String token = token(Who.MODERATOR);
        String version = versionOf("waiting");

        assertThat(trust("take").statusCode()).isEqualTo(303);

        assertThat(get("/moderation", Who.MODERATOR).statusCode()).isEqualTo(404);
        assertThat(get(QUESTION, Who.MODERATOR).body()).doesNotContain("/moderation");
        Map<String, String> decision =
                Map.of("form-token", token, "do", "PUBLISH", "about", "waiting", "version", version);
        assertThat(post("/moderation", COOKIES.get(Who.MODERATOR), decision).statusCode())
                .isEqualTo(404);
        assertThat(trust("give").statusCode()).isEqualTo(303);
        assertThat(versionOf("waiting")).isEqualTo(version);
    }

    @Test
    @Order(2)
    void whatStandsInTheAddressAnswersNoFieldOfAForm() {
        Map<String, String> typed = Map.of("pseudonym", "Typed herself", "passphrase", PASSPHRASE);
        String link = "/sign-up?pseudonym=Chosen+for+her&passphrase=" + "x".repeat(20);

        assertThat(post(link, "", typed).statusCode()).isEqualTo(303);
        assertThat(post("/sign-in?passphrase=no", "", typed).statusCode()).isEqualTo(303);

        Map<String, String> role = Map.of(
                "form-token", token(Who.ADMINISTRATOR), "account", String.valueOf(moderator), "give", "MODERATOR");
        post("/admin/accounts?account=" + author + "&give=ADMINISTRATOR", COOKIES.get(Who.ADMINISTRATOR), role);
        assertThat(get("/admin", Who.AUTHOR).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> trust(String button) {
        return post(
                "/admin/accounts",
                COOKIES.get(Who.ADMINISTRATOR),
                Map.of(
                        "form-token",
                        token(Who.ADMINISTRATOR),
                        "account",
                        String.valueOf(moderator),
                        button,
                        "MODERATOR"));
    }

    /** What changes times alone, what the desk does by itself when it is looked at, and after what there are no pages. */
    private static final Set<String> UNSEEN = Set.of("stay signed in", "claim", "wipe", "remove the demonstration");

    /** A visitor is led to the door, with what they typed; an author is told why the own comment is not reported. */
    private static List<Integer> refusals(Act act, Who who) {
        if (who == Who.VISITOR) {
            return List.of(act.path().contains("/comments") ? 422 : 303);
        }
        return List.of(who == Who.AUTHOR && act.name().equals("report") ? 422 : 404);
    }

    /** What no form has: were it taken, whoever sends it would be more than they are. */
    private static final Map<String, String> MORE = Map.of(
            "state", "PUBLISHED",
            "author", "1",
            "roles", "ADMINISTRATOR",
            "actor", "1",
            "published", "true",
            "createdAt", "2001-01-01");

    private static Who stranger(Who who) {
        return who == Who.MEMBER ? Who.AUTHOR : Who.MEMBER;
    }

    /** A right token of the same person, whose sign-in is over. */
    private static String staleToken(Who who) {
        String cookie = signIn(who);
        String token = token(cookie);
        assertThat(post("/sign-out", cookie, Map.of("form-token", token)).statusCode())
                .isEqualTo(303);
        return token;
    }

    private static int fromElsewhere(Act act, Who who) {
        return portal.send(request(filled(act.path(), Map.of()), COOKIES.get(who), filled(act, token(who)))
                        .header("Origin", "https://elsewhere.example"))
                .statusCode();
    }

    private static HttpResponse<String> act(Act act, Who who, String token, Map<String, String> more) {
        Map<String, String> fields = new TreeMap<>(filled(act, token));
        fields.putAll(more);
        return post(filled(act.path(), Map.of()), COOKIES.getOrDefault(who, ""), fields);
    }

    private static Map<String, String> filled(Act act, String token) {
        Map<String, String> known = new TreeMap<>(Map.of("fresh", "f" + ++fresh, "rule", "2"));
        Map<String, String> fields = new TreeMap<>(Map.of("form-token", token));
        act.fields().forEach((name, value) -> {
            Matcher version = Pattern.compile("\\{version of (.+)}").matcher(value);
            if (version.matches()) {
                fields.put(name, versionOf(version.group(1)));
            } else if (value.equals("{rule}")) {
                fields.put(name, aRule());
            } else {
                fields.put(filled(name, known), filled(value, known));
            }
        });
        return fields;
    }

    private static String filled(String text, Map<String, String> known) {
        String filled = text.replace("{author}", String.valueOf(author))
                .replace("{workshop}", String.valueOf(workshop))
                .replace("{leaver}", String.valueOf(leaver))
                .replace("{participant}", String.valueOf(participant))
                .replace("{inside}", String.valueOf(inside))
                .replace("{code}", String.valueOf(code));
        for (Map.Entry<String, String> entry : known.entrySet()) {
            filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }

    private static String versionOf(String comment) {
        return found("name=\"version\" value=\"(\\d+)\"", get("/moderation?item=" + comment, Who.MODERATOR));
    }

    private static String aRule() {
        return found("name=\"rule\" value=\"([^\"]+)\"", get("/moderation?item=waiting", Who.MODERATOR));
    }

    private static String found(String pattern, HttpResponse<String> page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(pattern + " in " + page.uri()).isTrue();
        return matcher.group(1);
    }

    /** What those who see most see, without what changes by itself. */
    private static String everything() {
        List<String> pages = new ArrayList<>();
        Stream.of(
                        "/moderation?item=waiting",
                        "/moderation?item=published",
                        "/moderation/log",
                        "/moderation/members/" + author)
                .forEach(path -> pages.add(still(get(path, Who.MODERATOR))));
        Stream.of("/moderation/replies", "/moderation/threads")
                .forEach(path -> pages.add(still(get(path, Who.MODERATOR))));
        Stream.of("/admin", "/admin/accounts", "/admin/invitations", "/admin/words", "/admin/documents")
                .forEach(path -> pages.add(still(get(path, Who.ADMINISTRATOR))));
        Stream.of("", "/people", "/settings", "/projector", "/feedback")
                .forEach(path -> pages.add(still(get("/workshops/" + workshop + path, Who.FACILITATOR))));
        Stream.of("", "/learning", "/paper")
                .forEach(path -> pages.add(still(get(filled(WITHIN + path, Map.of()), Who.FACILITATOR))));
        for (Who who : List.of(Who.MEMBER, Who.AUTHOR)) {
            Stream.of("/me", QUESTION).forEach(path -> pages.add(still(get(path, who))));
        }
        pages.add(get(QUESTION, Who.VISITOR).body());
        return String.join("\n", pages);
    }

    private static String still(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.uri().toString()).isEqualTo(200);
        return page.body()
                .replaceAll("(name=\"(form-token|key)\" value=)\"[^\"]*\"", "$1")
                .replaceAll("data-left(-ms)?=\"\\d+\"", "")
                .replaceAll("data-seconds=\"-?\\d+\"", "")
                // Who is here changes by itself.
                .replaceAll("\\b(here|away)\\b|dot (on)?|\\d+ here now", "")
                .replaceAll("\\d{1,2}:\\d{2}(:[\\d.]+Z)?", "");
    }

    private static String token(Who who) {
        return who == Who.VISITOR ? "" : token(COOKIES.get(who));
    }

    private static String token(String cookie) {
        Matcher token = TOKEN.matcher(portal.get("/me", "Cookie", cookie).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static HttpResponse<String> get(String path, Who who) {
        return who == Who.VISITOR ? portal.get(path) : portal.get(path, "Cookie", COOKIES.get(who));
    }

    private static HttpResponse<String> post(String path, String cookie, Map<String, String> fields) {
        return portal.send(request(path, cookie, fields));
    }

    private static HttpRequest.Builder request(String path, String cookie, Map<String, String> fields) {
        HttpRequest.Builder request = portal.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
