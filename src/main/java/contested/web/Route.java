package contested.web;

import contested.operation.Settings;
import contested.shared.Slug;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The table of addresses: which view answers which path, and the parameters that it knows. All others are ignored. */
enum Route {
    HOME("/", "home"),
    QUESTIONS("/questions", "questions"),
    QUESTION(
            "/questions/{slug}",
            "question",
            "source",
            "relation",
            "order",
            "sort",
            "position",
            "cited",
            "comment",
            "after",
            "did"),
    COMMENT("/questions/{slug}/comments", CommentPage.class, "comment", "reply", "cite", "edit"),
    REPORT("/questions/{slug}/report", ReportPage.class, "report", "comment"),
    HANDOUT("/questions/{slug}/handout", "handout"),
    SOURCES("/sources", "sources"),
    SOURCE("/sources/{slug}", "source"),
    PASSAGE("/passages/{slug}", "passage"),
    COMPARE("/compare/{slug}", "compare", "a", "b"),
    ABOUT("/about", "about"),
    HOUSE_RULES("/house-rules", "house-rules", "version"),
    PRIVACY("/privacy", "privacy"),
    /** The same page: with a code in the address it is looked up before anything is shown, see {@link JoinDoor}. */
    JOIN("/join", JoinPage.class, "join", "workshop", "write", "reply", "cite", "edit", "group"),
    JOIN_CODE("/join/{slug}", JoinPage.class, "join"),
    SIGN_IN(
            "/sign-in",
            SignInPage.class,
            "sign-in",
            "next",
            "write",
            "report",
            "reply",
            "cite",
            "edit",
            "workshop",
            "failed"),
    /** Both are no pages: {@link ProviderDoor} leads on from them. */
    SIGN_IN_PROVIDER("/sign-in/provider", "sign-in", "invitation", "next", "write", "report", "reply", "cite", "edit"),
    SIGN_IN_ANSWER(Settings.ANSWERS_AT, "sign-in"),
    PROVIDER_SIGN_UP("/sign-up/provider", ProviderSignUpPage.class, "provider-sign-up"),
    SIGN_UP("/sign-up", SignUpPage.class, "sign-up", "invitation", "next", "write", "report", "reply", "cite", "edit"),
    RECOVER("/recover", RecoverPage.class, "recover", "asked"),
    RECOVER_PASSPHRASE("/recover/{slug}", RecoverPassphrasePage.class, "recover-passphrase"),
    SETUP("/setup", SetupPage.class, "setup", "key"),
    SIGN_OUT("/sign-out", SignOutPage.class, "sign-out"),
    ME("/me", MePage.class, "me", "after", "did"),
    ME_COMMENT("/me/comments/{slug}", MeCommentPage.class, "me-comment", "appeal"),
    ME_NOTICES("/me/notices", MeNoticesPage.class, "me-notices", "before"),
    ME_REPORTS("/me/reports", "me-reports", "before"),
    ME_ACCOUNT("/me/account", MeAccountPage.class, "me-account"),
    ME_DATA("/me/data", "me-data"),
    /** A file, which {@link OwnFile} writes. */
    ME_FILE("/me/data-json", "me-data"),
    ME_DELETE("/me/delete", MeDeletePage.class, "me-delete"),
    ACCOUNT_DELETED("/account-deleted", "account-deleted"),
    ADMIN("/admin", AdminPage.class, "admin", "did"),
    ADMIN_ACCOUNTS("/admin/accounts", AdminAccountsPage.class, "admin-accounts", "name", "after", "did", "account"),
    ADMIN_INVITATIONS("/admin/invitations", AdminInvitationsPage.class, "admin-invitations", "did"),
    ADMIN_HOUSE_RULES("/admin/house-rules", AdminHouseRulesPage.class, "admin-house-rules", "did"),
    ADMIN_WORDS("/admin/words", AdminWordsPage.class, "admin-words", "did", "list"),
    /** Takes files: see {@link UploadServlet}. */
    ADMIN_DOCUMENTS(UploadServlet.PATH, AdminDocumentsPage.class, "admin-documents", "did", "source"),
    MODERATION(
            "/moderation",
            ModerationPage.class,
            "moderation",
            "item",
            "reason",
            "question",
            "position",
            "report",
            "age",
            "words",
            "after",
            "blind",
            "did"),
    MODERATION_LOG("/moderation/log", "moderation-log", "kind", "rule", "moderator", "by", "from", "until", "before"),
    /** A file, which {@link LogFile} writes. */
    MODERATION_CSV("/moderation/log-csv", "moderation-log", "kind", "rule", "moderator", "by", "from", "until"),
    MODERATION_REPLIES("/moderation/replies", ModerationRepliesPage.class, "moderation-replies", "did"),
    MODERATION_THREADS("/moderation/threads", ModerationThreadsPage.class, "moderation-threads", "did", "question"),
    MODERATION_FAIRNESS("/moderation/fairness", "moderation-fairness", "from", "until"),
    MODERATION_MEMBER("/moderation/members/{slug}", ModerationMemberPage.class, "moderation-member"),
    WORKSHOPS("/workshops", "workshops", "did"),
    WORKSHOP_NEW("/workshops/new", WorkshopNewPage.class, "workshop-new", "question"),
    WORKSHOP("/workshops/{workshop}", WorkshopPage.class, "workshop", "did", "to"),
    WORKSHOP_SETTINGS("/workshops/{workshop}/settings", WorkshopSettingsPage.class, "workshop-settings", "did"),
    /** Takes files: see {@link RosterServlet}. */
    WORKSHOP_PEOPLE("/workshops/{workshop}/people", WorkshopPeoplePage.class, "workshop-people", "did", "remove"),
    WORKSHOP_FEEDBACK(
            "/workshops/{workshop}/feedback", WorkshopFeedbackPage.class, "workshop-feedback", "did", "release"),
    WORKSHOP_RECORDS("/workshops/{workshop}/records", "workshop-records"),
    /** Files, which {@link RecordsFile} writes. */
    WORKSHOP_ARCHIVE("/workshops/{workshop}/archive-zip", "workshop-records", "names"),
    WORKSHOP_PARTICIPATION("/workshops/{workshop}/participation-csv", "workshop-records", "names"),
    WORKSHOP_WIPE("/workshops/{workshop}/wipe", WorkshopWipePage.class, "workshop-wipe"),
    WORKSHOP_PROJECTOR("/workshops/{workshop}/projector", "workshop-projector"),
    WORKSHOP_OUTCOME("/workshops/{workshop}/outcome", WorkshopOutcomePage.class, "workshop-outcome", "did"),
    /** Files, which {@link OutcomeFile} writes. */
    WORKSHOP_OUTCOME_MD("/workshops/{workshop}/outcome-md", "workshop-outcome"),
    WORKSHOP_OUTCOME_PDF("/workshops/{workshop}/outcome-pdf", "workshop-outcome"),
    WORKSHOP_QUESTION(
            "/workshops/{workshop}/questions/{slug}",
            WorkshopQuestionPage.class,
            "workshop-question",
            "source",
            "relation",
            "order",
            "sort",
            "position",
            "cited",
            "comment",
            "after",
            "did",
            "group"),
    WORKSHOP_LEARNING(
            "/workshops/{workshop}/questions/{slug}/learning", WorkshopLearningPage.class, "workshop-learning", "did"),
    WORKSHOP_COMMENT(
            "/workshops/{workshop}/questions/{slug}/comments",
            CommentPage.class,
            "comment",
            "comment",
            "reply",
            "cite",
            "edit",
            "group",
            "exercise"),
    WORKSHOP_PAPER("/workshops/{workshop}/questions/{slug}/paper", WorkshopPaperPage.class, "workshop-paper", "did"),
    WORKSHOP_REPORT("/workshops/{workshop}/questions/{slug}/report", ReportPage.class, "report", "comment", "group");

    private static final Set<Route> FOR_SIGNED_IN = EnumSet.of(
            ME,
            ME_COMMENT,
            ME_NOTICES,
            ME_REPORTS,
            ME_ACCOUNT,
            ME_DATA,
            ME_FILE,
            ME_DELETE,
            COMMENT,
            REPORT,
            SIGN_OUT,
            ADMIN,
            MODERATION,
            MODERATION_LOG,
            MODERATION_CSV,
            MODERATION_MEMBER,
            ADMIN_ACCOUNTS,
            ADMIN_INVITATIONS,
            ADMIN_HOUSE_RULES,
            ADMIN_WORDS,
            ADMIN_DOCUMENTS,
            MODERATION_REPLIES,
            MODERATION_THREADS,
            MODERATION_FAIRNESS,
            WORKSHOPS,
            WORKSHOP_NEW,
            WORKSHOP,
            WORKSHOP_SETTINGS,
            WORKSHOP_PEOPLE,
            WORKSHOP_FEEDBACK,
            WORKSHOP_RECORDS,
            WORKSHOP_ARCHIVE,
            WORKSHOP_PARTICIPATION,
            WORKSHOP_WIPE,
            WORKSHOP_PROJECTOR,
            WORKSHOP_OUTCOME,
            WORKSHOP_OUTCOME_MD,
            WORKSHOP_OUTCOME_PDF,
            WORKSHOP_QUESTION,
            WORKSHOP_LEARNING,
            WORKSHOP_COMMENT,
            WORKSHOP_PAPER,
            WORKSHOP_REPORT);

    /** Parameters that hold what somebody typed to search for; all others hold names of ours. */
    private static final Set<String> TYPED = Set.of("name", "words");

    private static final String SLUG = "{slug}";
    private static final String IN_WORKSHOP = "{workshop}";

    /** One step of a path. */
    private static final String STEP = "([^/]+)";

    private final String pattern;

    /** What a path begins with before its first name, so that most paths are not looked at any closer. */
    private final String beginning;

    private final Pattern form;
    private final String view;
    private final List<String> parameters;

    private final @Nullable Class<? extends FormPage> page;

    Route(String pattern, String view, String... parameters) {
        this(pattern, null, view, parameters);
    }

    /** A page that takes forms. */
    Route(String pattern, @Nullable Class<? extends FormPage> form, String view, String... parameters) {
        this.pattern = pattern;
        this.beginning = pattern.replaceFirst("\\{.*", "");
        // Names of our own in braces; all else in a pattern is letters, slashes and hyphens.
        this.form = Pattern.compile(pattern.replace(IN_WORKSHOP, STEP).replace(SLUG, STEP));
        this.page = form;
        this.view = view;
        this.parameters = List.of(parameters);
    }

    /** The page of the main navigation under which this one stands; itself where it stands under none. */
    Route section() {
        return switch (this) {
            case QUESTION, COMMENT, REPORT, HANDOUT, PASSAGE, COMPARE -> QUESTIONS;
            case SOURCE -> SOURCES;
            case ME_COMMENT, ME_NOTICES, ME_REPORTS, ME_ACCOUNT, ME_DATA, ME_FILE, ME_DELETE -> ME;
            case MODERATION_LOG,
                    MODERATION_CSV,
                    MODERATION_REPLIES,
                    MODERATION_THREADS,
                    MODERATION_FAIRNESS,
                    MODERATION_MEMBER -> MODERATION;
            case WORKSHOP_NEW,
                    WORKSHOP,
                    WORKSHOP_SETTINGS,
                    WORKSHOP_PEOPLE,
                    WORKSHOP_FEEDBACK,
                    WORKSHOP_RECORDS,
                    WORKSHOP_ARCHIVE,
                    WORKSHOP_PARTICIPATION,
                    WORKSHOP_WIPE,
                    WORKSHOP_PROJECTOR,
                    WORKSHOP_OUTCOME,
                    WORKSHOP_OUTCOME_MD,
                    WORKSHOP_OUTCOME_PDF,
                    WORKSHOP_QUESTION,
                    WORKSHOP_LEARNING,
                    WORKSHOP_COMMENT,
                    WORKSHOP_PAPER,
                    WORKSHOP_REPORT -> WORKSHOPS;
            case ADMIN_ACCOUNTS, ADMIN_INVITATIONS, ADMIN_HOUSE_RULES, ADMIN_WORDS, ADMIN_DOCUMENTS -> ADMIN;
            default -> this;
        };
    }

    /** The view's file, which no address of its own leads to. */
    String view() {
        return "/" + view + ".xhtml";
    }

    /** Who acts on what is sent to this address; null where nothing is. */
    @Nullable
    Class<? extends FormPage> form() {
        return page;
    }

    /** Whether a visitor is led to the sign-in instead. */
    boolean isForSignedIn() {
        return FOR_SIGNED_IN.contains(this);
    }

    /** Whether it only leads on, to another site or back from it, and takes no form. */
    boolean isDoor() {
        return this == SIGN_IN_PROVIDER || this == SIGN_IN_ANSWER;
    }

    /** Whether visitors get the same page, so that it can be kept ready: nobody's own, and nothing typed. */
    boolean isKept() {
        return page == null && !isForSignedIn() && !isDoor();
    }

    /** The query parameters that change what this page shows, beside the language. */
    List<String> parameters() {
        return parameters;
    }

    /** Whether a parameter holds words as somebody typed them. Never on a page that is kept for everybody. */
    boolean isTyped(String parameter) {
        return !isKept() && TYPED.contains(parameter);
    }

    /** Whether it is the page of a workshop, or of something in one. */
    boolean isInWorkshop() {
        return pattern.contains(IN_WORKSHOP);
    }

    /** The same page within a workshop; itself where there is none. */
    Route inWorkshop() {
        return switch (this) {
            case QUESTION -> WORKSHOP_QUESTION;
            case COMMENT -> WORKSHOP_COMMENT;
            case REPORT -> WORKSHOP_REPORT;
            default -> this;
        };
    }

    /** The path of this page for a thing of that name; pages without a name ignore it. */
    String path(String slug) {
        return path("", slug);
    }

    String path(String workshop, String slug) {
        return pattern.replace(IN_WORKSHOP, workshop).replace(SLUG, slug);
    }

    /** What answers that path; empty when nothing does. */
    static Optional<Match> match(String path) {
        for (Route route : values()) {
            Matcher matcher = route.form.matcher(path);
            if (path.startsWith(route.beginning) && matcher.matches()) {
                Optional<Match> match = route.match(matcher);
                if (match.isPresent()) {
                    return match;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Match> match(Matcher matcher) {
        List<Optional<Slug>> names = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            names.add(Slug.parse(matcher.group(i)));
        }
        if (names.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Slug> slugs = names.stream().flatMap(Optional::stream).toList();
        Slug workshop = isInWorkshop() ? slugs.get(0) : null;
        Slug last = pattern.contains(SLUG) ? slugs.get(slugs.size() - 1) : null;
        return Optional.of(new Match(this, workshop, last));
    }

    /**
     * A path that leads somewhere.
     *
     * @param route    the page
     * @param workshop the workshop in the path; null outside of any
     * @param slug     the name in the path; null where the page has none
     */
    record Match(Route route, @Nullable Slug workshop, @Nullable Slug slug) {

        Match(Route route, @Nullable Slug slug) {
            this(route, null, slug);
        }
    }
}
