package contested.web;

import contested.account.Account;
import contested.discussion.ThreadKey;
import contested.operation.Settings;
import contested.passage.Passage;
import contested.shared.Slug;
import contested.workshop.JoinCode;
import contested.workshop.Phase;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of pages, as links carry them: a language that was chosen in the address stays chosen. */
@Named
@RequestScoped
public class Links {

    /** The pages that stand in a thread, and so in a small group's. */
    private static final Set<Route> GROUPED =
            EnumSet.of(Route.WORKSHOP_QUESTION, Route.WORKSHOP_COMMENT, Route.WORKSHOP_REPORT);

    @Inject
    private Address address;

    @Inject
    private Settings settings;

    public String getHome() {
        return to(Route.HOME, "");
    }

    public String getQuestions() {
        return to(Route.QUESTIONS, "");
    }

    public String getSources() {
        return to(Route.SOURCES, "");
    }

    public String getAbout() {
        return to(Route.ABOUT, "");
    }

    /** Where the method page says what a term means. */
    public String definition(String term) {
        return getAbout() + "#" + term;
    }

    /** The questions of one theme, among all questions. */
    public String theme(Slug theme) {
        return getQuestions() + "#theme-" + theme.value();
    }

    public String getHouseRules() {
        return to(Route.HOUSE_RULES, "");
    }

    public String getPrivacy() {
        return to(Route.PRIVACY, "");
    }

    public String getSignIn() {
        return to(Route.SIGN_IN, "");
    }

    public String getSignUp() {
        return to(Route.SIGN_UP, "");
    }

    public String getProviderSignUp() {
        return to(Route.PROVIDER_SIGN_UP, "");
    }

    public String getRecover() {
        return to(Route.RECOVER, "");
    }

    /** Whether the operator named a server for mail; without one nothing that needs it is offered. */
    public boolean isMailed() {
        return settings.mail().isPresent();
    }

    public String getSignOut() {
        return to(Route.SIGN_OUT, "");
    }

    public String getAdmin() {
        return to(Route.ADMIN, "");
    }

    public String getAdminAccounts() {
        return to(Route.ADMIN_ACCOUNTS, "");
    }

    public String getAdminInvitations() {
        return to(Route.ADMIN_INVITATIONS, "");
    }

    public String getAdminHouseRules() {
        return to(Route.ADMIN_HOUSE_RULES, "");
    }

    public String getAdminWords() {
        return to(Route.ADMIN_WORDS, "");
    }

    public String getAdminDocuments() {
        return to(Route.ADMIN_DOCUMENTS, "");
    }

    /** The house rules as they read in that version. */
    public String houseRules(int version) {
        return to(Route.HOUSE_RULES, "", Map.of("version", String.valueOf(version)));
    }

    /** One rule as it read in that version. */
    public String houseRule(int version, String key) {
        return houseRules(version) + "#rule-" + key;
    }

    public String getMe() {
        return to(Route.ME, "");
    }

    public String getNotices() {
        return to(Route.ME_NOTICES, "");
    }

    public String getMyReports() {
        return to(Route.ME_REPORTS, "");
    }

    public String getMyAccount() {
        return to(Route.ME_ACCOUNT, "");
    }

    public String getMyData() {
        return to(Route.ME_DATA, "");
    }

    /** All that is held of whoever looks, as a file. */
    public String getMyFile() {
        return to(Route.ME_FILE, "");
    }

    public String getDeleteAccount() {
        return to(Route.ME_DELETE, "");
    }

    public String getAccountDeleted() {
        return to(Route.ACCOUNT_DELETED, "");
    }

    /** What became of one's own comment. */
    public String mine(Slug comment) {
        return to(Route.ME_COMMENT, comment.value());
    }

    /** The same, with the form that asks for another look at that decision. */
    public String appeal(Slug comment, long decision) {
        return to(Route.ME_COMMENT, comment.value(), Map.of(MeCommentPage.APPEAL, String.valueOf(decision)))
                + "#appeal";
    }

    public String getModeration() {
        return to(Route.MODERATION, "");
    }

    public String getModerationLog() {
        return to(Route.MODERATION_LOG, "");
    }

    public String getModerationReplies() {
        return to(Route.MODERATION_REPLIES, "");
    }

    public String getModerationThreads() {
        return to(Route.MODERATION_THREADS, "");
    }

    /** The tools for the thread on a question. */
    public String moderateThread(Slug question) {
        return getModerationThreads() + "#" + question.value();
    }

    public String getModerationFairness() {
        return to(Route.MODERATION_FAIRNESS, "");
    }

    /** What moderators know of a member. */
    public String member(Account member) {
        return to(Route.MODERATION_MEMBER, String.valueOf(member.id()));
    }

    /** A comment at the moderators' desk, whether it waits or not. */
    public String deskItem(Slug comment) {
        return to(Route.MODERATION, "", Map.of("item", comment.value())) + "#detail";
    }

    public String question(Slug slug) {
        return to(Route.QUESTION, slug.value());
    }

    /** The question's page with its filter set to one source. */
    public String questionFrom(Slug slug, Slug source) {
        return to(Route.QUESTION, slug.value(), Map.of("source", source.value()));
    }

    /** A passage among the others that bear on its question, under the position it speaks to. */
    public String questionAt(Slug slug, Slug passage) {
        return question(slug) + "#" + passage.value();
    }

    /** The question's page where people discuss it. */
    public String thread(Slug question) {
        return question(question) + "#thread";
    }

    /** Where a comment stands, for good. */
    public String comment(Slug question, Slug comment) {
        return to(Route.QUESTION, question.value(), Map.of(ThreadPart.COMMENT, comment.value())) + "#" + comment;
    }

    /** Where a comment stands, from wherever the link is. */
    public String comment(ThreadKey thread, Slug comment) {
        Slug workshop = thread.workshop();
        Route route = workshop == null ? Route.QUESTION : Route.WORKSHOP_QUESTION;
        return within(
                        workshop,
                        route,
                        thread.question().value(),
                        inGroup(route, thread.group(), Map.of(ThreadPart.COMMENT, comment.value())))
                + "#" + comment;
    }

    public String getWorkshops() {
        return to(Route.WORKSHOPS, "");
    }

    public String getNewWorkshop() {
        return to(Route.WORKSHOP_NEW, "");
    }

    public String getJoin() {
        return to(Route.JOIN, "");
    }

    /** Where one joins with that code. */
    String join(JoinCode code) {
        return to(Route.JOIN_CODE, JoinDoor.inAddress(code));
    }

    public String workshop(Slug workshop) {
        return within(workshop, Route.WORKSHOP, "", Map.of());
    }

    /** The same, with a line that says what was done there. */
    String workshopDone(Slug workshop, String done) {
        return within(workshop, Route.WORKSHOP, "", Map.of(ThreadPart.DID, done)) + "#did";
    }

    /** The page that says what follows when the workshop enters that phase. */
    public String phase(Slug workshop, Phase next) {
        return within(workshop, Route.WORKSHOP, "", Map.of(WorkshopPage.TO, next.key())) + "#switch";
    }

    /** Where a workshop's page learns that something changed. */
    public String liveWorkshop(Slug workshop) {
        return LiveServlet.WORKSHOPS + workshop;
    }

    /** The same, with how many have joined. */
    public String liveJoined(Slug workshop) {
        return liveWorkshop(workshop) + "?" + LiveServlet.JOINED + "=yes";
    }

    public String workshopSettings(Slug workshop) {
        return within(workshop, Route.WORKSHOP_SETTINGS, "", Map.of());
    }

    String workshopSettingsDone(Slug workshop, String done) {
        return within(workshop, Route.WORKSHOP_SETTINGS, "", Map.of(ThreadPart.DID, done)) + "#did";
    }

    public String people(Slug workshop) {
        return within(workshop, Route.WORKSHOP_PEOPLE, "", Map.of());
    }

    /** The same, with a line that says what was done there. */
    String peopleDone(Slug workshop, String done) {
        return within(workshop, Route.WORKSHOP_PEOPLE, "", Map.of(ThreadPart.DID, done)) + "#did";
    }

    /** The page that asks once more before somebody is put out. */
    public String removal(Slug workshop, long member) {
        return within(workshop, Route.WORKSHOP_PEOPLE, "", Map.of(WorkshopPeoplePage.REMOVE, String.valueOf(member)))
                + "#removal";
    }

    /** What facilitators write to single participants. */
    public String feedback(Slug workshop) {
        return within(workshop, Route.WORKSHOP_FEEDBACK, "", Map.of());
    }

    String feedbackDone(Slug workshop, String done) {
        return within(workshop, Route.WORKSHOP_FEEDBACK, "", Map.of(ThreadPart.DID, done)) + "#did";
    }

    /** The page that asks once more before all drafts are released. */
    String feedbackRelease(Slug workshop) {
        return within(workshop, Route.WORKSHOP_FEEDBACK, "", Map.of(WorkshopFeedbackPage.RELEASE, "all")) + "#release";
    }

    /** What can be taken along of a workshop, and what goes when. */
    public String records(Slug workshop) {
        return within(workshop, Route.WORKSHOP_RECORDS, "", Map.of());
    }

    public String archive(Slug workshop, boolean names) {
        return within(workshop, Route.WORKSHOP_ARCHIVE, "", named(names));
    }

    public String participation(Slug workshop, boolean names) {
        return within(workshop, Route.WORKSHOP_PARTICIPATION, "", named(names));
    }

    private static Map<String, String> named(boolean names) {
        return names ? Map.of(RecordsFile.NAMES, "yes") : Map.of();
    }

    /** The page that says what goes before a workshop is wiped. */
    public String wipe(Slug workshop) {
        return within(workshop, Route.WORKSHOP_WIPE, "", Map.of());
    }

    /** The actor's workshops, after one of them was wiped. */
    String wiped() {
        return to(Route.WORKSHOPS, "", Map.of(ThreadPart.DID, WorkshopsPage.WIPED)) + "#did";
    }

    public String projector(Slug workshop) {
        return within(workshop, Route.WORKSHOP_PROJECTOR, "", Map.of());
    }

    public String workshopOutcome(Slug workshop) {
        return within(workshop, Route.WORKSHOP_OUTCOME, "", Map.of());
    }

    /** One line of it. */
    public String workshopOutcomeLine(Slug workshop, long line) {
        return workshopOutcome(workshop) + "#line-" + line;
    }

    String workshopOutcomeDone(Slug workshop, String done) {
        return within(workshop, Route.WORKSHOP_OUTCOME, "", Map.of(ThreadPart.DID, done)) + "#did";
    }

    public String workshopOutcomeMarkdown(Slug workshop) {
        return within(workshop, Route.WORKSHOP_OUTCOME_MD, "", Map.of());
    }

    public String workshopOutcomePdf(Slug workshop) {
        return within(workshop, Route.WORKSHOP_OUTCOME_PDF, "", Map.of());
    }

    /** The thread of one small group there; of the plenary for 0. */
    public String groupThread(Slug workshop, Slug question, int group) {
        return within(
                        workshop,
                        Route.WORKSHOP_QUESTION,
                        question.value(),
                        inGroup(Route.WORKSHOP_QUESTION, group, Map.of()))
                + "#thread";
    }

    public String workshopQuestion(Slug workshop, Slug question) {
        return within(workshop, Route.WORKSHOP_QUESTION, question.value(), Map.of());
    }

    /** How people learn with that question, for those who lead. */
    public String workshopLearning(Slug workshop, Slug question) {
        return within(workshop, Route.WORKSHOP_LEARNING, question.value(), Map.of());
    }

    String workshopLearningDone(Slug workshop, Slug question, String done) {
        return within(workshop, Route.WORKSHOP_LEARNING, question.value(), Map.of(ThreadPart.DID, done)) + "#did";
    }

    String workshopQuestionDone(Slug workshop, Slug question, String done) {
        return within(
                        workshop,
                        Route.WORKSHOP_QUESTION,
                        question.value(),
                        inGroup(Route.WORKSHOP_QUESTION, address.group(), Map.of(ThreadPart.DID, done)))
                + "#did";
    }

    /** Where answers on paper are entered. */
    public String workshopPaper(Slug workshop, Slug question) {
        return within(workshop, Route.WORKSHOP_PAPER, question.value(), Map.of());
    }

    String workshopPaperDone(Slug workshop, Slug question, String done) {
        return within(workshop, Route.WORKSHOP_PAPER, question.value(), Map.of(ThreadPart.DID, done)) + "#did";
    }

    /** The same, with a line that says what was done there. */
    String commentDone(Slug question, Slug comment, String done) {
        return to(Route.QUESTION, question.value(), Map.of(ThreadPart.COMMENT, comment.value(), ThreadPart.DID, done))
                + "#thread-did";
    }

    /** Where a comment is reported to the moderators. */
    public String report(Slug question, Slug comment) {
        return to(Route.REPORT, question.value(), Map.of(ThreadPart.COMMENT, comment.value()));
    }

    /** The newest comments under a question. */
    public String newest(Slug question) {
        return to(Route.QUESTION, question.value(), Map.of("sort", "newest")) + "#thread";
    }

    /** Where a question's page asks for what is new. */
    public String live(Slug question) {
        return address.workshop()
                .map(workshop ->
                        liveWorkshop(workshop) + "/" + question + (address.group() == 0 ? "" : "/" + address.group()))
                .orElse(LiveServlet.PATH + question);
    }

    /** The comments that cite a passage, under its question. */
    public String citing(Slug question, Slug passage) {
        return to(Route.QUESTION, question.value(), Map.of(ThreadPart.CITED, passage.value())) + "#thread";
    }

    /** The form for a new comment. */
    public String write(Slug question) {
        return to(Route.COMMENT, question.value());
    }

    /** The form for a comment that argues for the drawn position. */
    public String writeExercise(Slug question) {
        return to(Route.COMMENT, question.value(), Map.of(ThreadPart.EXERCISE, "yes"));
    }

    /** The form for an answer to a comment. */
    public String reply(Slug question, Slug comment) {
        return to(Route.COMMENT, question.value(), Map.of(CommentPage.REPLY, comment.value()));
    }

    /** The form for a comment that cites a passage. */
    public String cite(Slug question, Slug passage) {
        return to(Route.COMMENT, question.value(), Map.of(CommentPage.CITE, passage.value()));
    }

    /** The form that changes or withdraws one's own comment. */
    public String edit(Slug question, Slug comment) {
        return to(Route.COMMENT, question.value(), Map.of(CommentPage.EDIT, comment.value()));
    }

    /** The same, from wherever the link is. */
    public String edit(ThreadKey thread, Slug comment) {
        Slug workshop = thread.workshop();
        Route route = workshop == null ? Route.COMMENT : Route.WORKSHOP_COMMENT;
        return within(
                workshop,
                route,
                thread.question().value(),
                inGroup(route, thread.group(), Map.of(CommentPage.EDIT, comment.value())));
    }

    public String handout(Slug slug) {
        return to(Route.HANDOUT, slug.value());
    }

    public String source(Slug slug) {
        return to(Route.SOURCE, slug.value());
    }

    /** A paragraph in the reader. */
    public String paragraph(Slug source, int number) {
        return source(source) + "#p" + number;
    }

    /** A passage's note in the reader, beside the paragraph in which it stands. */
    public String inReader(Passage passage) {
        return source(passage.source().slug()) + "#" + passage.slug().value();
    }

    public String passage(Slug slug) {
        return to(Route.PASSAGE, slug.value());
    }

    /** The address that a citation may carry, without language; empty while the portal does not know its own. */
    Optional<URI> permanent(Route route, Slug slug) {
        return settings.publicUrl().map(origin -> URI.create(origin + route.path(slug.value())));
    }

    /** The comparison with the two sources that it starts with. */
    public String comparison(Slug question) {
        return to(Route.COMPARE, question.value());
    }

    /** What the form that chooses sources leads to; a form brings its own parameters. */
    public String plainCompare(Slug question) {
        return Route.COMPARE.path(question.value());
    }

    /** Whether a form must pass on the language, as links do. */
    public boolean isLanguageKept() {
        return address.isLanguageChosen();
    }

    /** A static file under a name that changes with the build, so that browsers may keep it for good. */
    public String asset(String name) {
        return "/assets/" + Build.ID + "/" + name;
    }

    private String to(Route route, String slug) {
        return to(route, slug, Map.of());
    }

    /** Within a workshop the links to a question, its thread and its comments stay there. */
    String to(Route route, String slug, Map<String, String> parameters) {
        return address.workshop()
                .map(workshop ->
                        within(workshop, route.inWorkshop(), slug, inGroup(route, address.group(), parameters)))
                .orElseGet(() -> within(null, route, slug, parameters));
    }

    /** What is said in a small group stays in its thread. */
    private static Map<String, String> inGroup(Route route, int group, Map<String, String> parameters) {
        if (group == 0 || !GROUPED.contains(route.inWorkshop())) {
            return parameters;
        }
        Map<String, String> all = new TreeMap<>(parameters);
        all.put(Address.GROUP, String.valueOf(group));
        return all;
    }

    private String within(@Nullable Slug workshop, Route route, String slug, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        if (address.isLanguageChosen()) {
            all.put("lang", address.getLanguage().tag());
        }
        return withParameters(route.path(workshop == null ? "" : workshop.value(), slug), all);
    }

    static String withParameters(String path, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return path;
        }
        return parameters.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
