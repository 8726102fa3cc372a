package contested.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something the portal stores, as a row of the privacy page. A row of the database names the attributes of entities that
 * it covers; a test compares them with the entities, so nothing new is stored in silence. What a row says stands in the
 * message bundles under {@code privacy.item}.
 */
public enum StoredItem {
    SOURCES(
            "Source.id",
            "Source.slug",
            "Source.position",
            "Source.code",
            "Source.title",
            "Source.shortName",
            "Source.publisher",
            "Source.publisherType",
            "Source.genre",
            "Source.byline",
            "Source.publishedOn",
            "Source.language",
            "Source.address",
            "Source.note",
            "Source.paragraphs"),
    FINGERPRINTS(
            "Paragraph.id",
            "Paragraph.source",
            "Paragraph.number",
            "Paragraph.fingerprint",
            "Paragraph.sketch",
            "Paragraph.length"),
    TEXTS("Paragraph.text", "Paragraph.state", "Source.textState", "Source.installedAt", "Source.fullText"),
    QUESTIONS(
            "Theme.id",
            "Theme.slug",
            "Theme.pack",
            "Theme.position",
            "Theme.title",
            "Question.id",
            "Question.slug",
            "Question.number",
            "Question.theme",
            "Question.title",
            "Question.dek",
            "Question.framing",
            "Question.missingVoices",
            "Question.positions",
            "Question.terms",
            "Term.word",
            "Term.meaning",
            "Position.id",
            "Position.question",
            "Position.slot",
            "Position.label",
            "Position.statement",
            "Position.lot",
            "Position.retired"),
    PASSAGES(
            "Passage.id",
            "Passage.slug",
            "Passage.rank",
            "Passage.source",
            "Passage.question",
            "Passage.position",
            "Passage.relation",
            "Passage.explicit",
            "Passage.span",
            "Passage.phraseStart",
            "Passage.phrase",
            "Passage.voice",
            "Passage.gist",
            "Passage.resolution",
            "Passage.found",
            "Span.paragraph",
            "Span.start",
            "Span.end",
            "Quote.exact",
            "Quote.prefix",
            "Quote.suffix",
            "Voice.kind",
            "Voice.name"),
    NOTES(
            "EditorNote.id",
            "EditorNote.question",
            "EditorNote.rank",
            "EditorNote.kind",
            "EditorNote.source",
            "EditorNote.paragraph",
            "EditorNote.text"),
    LANGUAGES("Bilingual.en", "Bilingual.vi"),
    ORIGIN(
            "Source.provenance",
            "Question.provenance",
            "Passage.provenance",
            "Provenance.pack",
            "Provenance.digest",
            "Provenance.editedAt",
            "Source.retiredAt",
            "Question.retiredAt",
            "Passage.retiredAt"),
    PACKS(
            "Pack.id",
            "Pack.version",
            "Pack.digest",
            "Pack.title",
            "Pack.description",
            "Pack.firstLoadedAt",
            "Pack.loadedAt"),
    VERSION("ContentVersion.id", "ContentVersion.number"),
    ACCOUNTS(
            "Account.id",
            "Account.pseudonym",
            "Account.pseudonymKey",
            "Account.passphrase",
            "Account.identityHash",
            "Account.email",
            "Account.digest",
            "Account.digestLanguage",
            "Account.digestSince",
            "Account.roles",
            "Account.mark",
            "Account.createdAt",
            "Account.erasedAt",
            "Account.guest"),
    SIGN_INS(
            "SignIn.id",
            "SignIn.account",
            "SignIn.tokenHash",
            "SignIn.formToken",
            "SignIn.createdAt",
            "SignIn.expiresAt"),
    RECOVERIES(
            "Recovery.id",
            "Recovery.account",
            "Recovery.language",
            "Recovery.askedAt",
            "Recovery.tokenHash",
            "Recovery.sentAt",
            "Recovery.nextTryAt",
            "Recovery.tries"),
    INVITATIONS(
            "Invitation.id",
            "Invitation.secretHash",
            "Invitation.invitedBy",
            "Invitation.createdAt",
            "Invitation.expiresAt"),
    SETTINGS("SiteSetting.name", "SiteSetting.decided"),
    THREADS(
            "DebateThread.id",
            "DebateThread.question",
            "DebateThread.workshop",
            "DebateThread.room",
            "DebateThread.mode",
            "DebateThread.publishedCount",
            "Tally.id",
            "Tally.thread",
            "Tally.subject",
            "Tally.published"),
    COMMENTS(
            "Comment.id",
            "Comment.slug",
            "Comment.thread",
            "Comment.parent",
            "Comment.root",
            "Comment.depth",
            "Comment.author",
            "Comment.stance",
            "Comment.position",
            "Comment.state",
            "Comment.publishedNumber",
            "Comment.latestNumber",
            "Comment.submissionKey",
            "Comment.createdAt",
            "Comment.publishedAt",
            "Comment.editedAt",
            "Comment.stateSince",
            "Comment.placed",
            "Comment.publishedReplies",
            "Comment.citationCount",
            "Comment.version",
            "Comment.revisions",
            "Revision.id",
            "Revision.comment",
            "Revision.number",
            "Revision.stance",
            "Revision.position",
            "Revision.text",
            "Revision.digest",
            "Revision.createdAt",
            "Revision.citations",
            "Revision.findings"),
    FINDINGS("Finding.id", "Finding.revision", "Finding.checkName", "Finding.outcome", "Finding.detail"),
    WORDS("ListedWord.id", "ListedWord.list", "ListedWord.word"),
    HOUSE_RULES(
            "HouseRulesVersion.number",
            "HouseRulesVersion.inForceSince",
            "HouseRulesVersion.writtenBy",
            "HouseRulesVersion.rules",
            "HouseRule.id",
            "HouseRule.version",
            "HouseRule.ruleKey",
            "HouseRule.rank",
            "HouseRule.title",
            "HouseRule.why",
            "HouseRule.allowed",
            "HouseRule.refused"),
    SAVED_REPLIES("SavedReply.id", "SavedReply.ruleKey", "SavedReply.language", "SavedReply.text"),
    DECISIONS(
            "Decision.id",
            "Decision.comment",
            "Decision.thread",
            "Decision.targetThread",
            "Decision.revisionNumber",
            "Decision.kind",
            "Decision.ruleKey",
            "Decision.rulesVersion",
            "Decision.moderator",
            "Decision.automatic",
            "Decision.decidedAt",
            "Decision.undoes",
            "Decision.formerState",
            "Decision.formerNumber",
            "Decision.formerMode"),
    DECISION_WORDS("DecisionWords.decisionId", "DecisionWords.text"),
    REPORTS(
            "Report.id",
            "Report.comment",
            "Report.revisionNumber",
            "Report.reporter",
            "Report.reason",
            "Report.words",
            "Report.madeAt",
            "Report.outcome",
            "Report.decision"),
    APPEALS(
            "Appeal.id",
            "Appeal.decision",
            "Appeal.comment",
            "Appeal.words",
            "Appeal.madeAt",
            "Appeal.outcome",
            "Appeal.settledBy",
            "Appeal.sameModerator",
            "Appeal.settledAt"),
    CLAIMS(
            "Claim.commentId",
            "Claim.moderator",
            "Claim.until",
            "SecondOpinion.commentId",
            "SecondOpinion.askedBy",
            "SecondOpinion.note",
            "SecondOpinion.askedAt"),
    SANCTIONS(
            "Sanction.id",
            "Sanction.account",
            "Sanction.kind",
            "Sanction.reason",
            "Sanction.imposedBy",
            "Sanction.imposedAt",
            "Sanction.until",
            "Sanction.liftedAt",
            "Sanction.liftedBy"),
    MEMBER_NOTES(
            "MemberNote.id", "MemberNote.account", "MemberNote.writtenBy", "MemberNote.text", "MemberNote.writtenAt"),
    NOTICES(
            "Notice.id",
            "Notice.account",
            "Notice.kind",
            "Notice.comment",
            "Notice.decision",
            "Notice.madeAt",
            "Notice.readAt"),
    WORKSHOPS(
            "AgendaItem.citationsWanted",
            "AgendaItem.commentsWanted",
            "AgendaItem.id",
            "AgendaItem.ownFirst",
            "AgendaItem.position",
            "AgendaItem.question",
            "AgendaItem.workshop",
            "PhasePlan.minutes",
            "PhasePlan.task",
            "Workshop.authorsShown",
            "Workshop.bySchedule",
            "Workshop.capacity",
            "Workshop.createdAt",
            "Workshop.createdBy",
            "Workshop.fixed",
            "Workshop.formerPhase",
            "Workshop.id",
            "Workshop.joinCode",
            "Workshop.joinPaused",
            "Workshop.joinUntil",
            "Workshop.language",
            "Workshop.note",
            "Workshop.noteAt",
            "Workshop.personsShown",
            "Workshop.phase",
            "Workshop.phaseSince",
            "Workshop.phaseUntil",
            "Workshop.plan",
            "Workshop.reviewFirst",
            "Workshop.slug",
            "Workshop.spotlight",
            "Workshop.startsAt",
            "Workshop.template",
            "Workshop.timeZone",
            "Workshop.title",
            "Workshop.version",
            "Workshop.welcome"),
    WORKSHOP_MEMBERS(
            "WorkshopMember.account",
            "WorkshopMember.extraMinutes",
            "WorkshopMember.id",
            "WorkshopMember.joinedAt",
            "WorkshopMember.leftAt",
            "WorkshopMember.muted",
            "WorkshopMember.realName",
            "WorkshopMember.removedAt",
            "WorkshopMember.returnHash",
            "WorkshopMember.role",
            "WorkshopMember.seenAt",
            "WorkshopMember.workshop"),
    BALLOTS(
            "Ballot.confidence",
            "Ballot.id",
            "Ballot.item",
            "Ballot.member",
            "Ballot.pair",
            "Ballot.position",
            "Ballot.round",
            "Mover.commentSlug",
            "Mover.id",
            "Mover.item",
            "Mover.member",
            "Mover.passage"),
    PAPER_COUNTS("PaperCount.id", "PaperCount.item", "PaperCount.people", "PaperCount.position", "PaperCount.round"),

    /** The folder from which documents are installed. */
    DOCUMENTS,
    /** The operator's key and the password of the database file. */
    SECRETS,
    LOG,
    /** Rendered pages in memory. */
    KEPT_PAGES,
    /** What the browser of somebody signed in keeps. */
    COOKIE,
    /** What the browser of somebody who has just joined keeps until they noted it. */
    PHRASE_COOKIE,
    /** What the browser keeps on the way to the operator's identity provider and back. */
    PROVIDER_COOKIE,
    /** How fast members write, in memory. */
    PACE,
    /** What the reader's own browser keeps. */
    THEME,
    /** What somebody signed in types and has not sent, in their own browser. */
    UNSENT;

    private final Set<String> attributes;

    StoredItem(String... attributes) {
        this.attributes = Set.of(attributes);
    }

    static List<StoredItem> inDatabase() {
        return Arrays.stream(values()).filter(i -> !i.attributes.isEmpty()).toList();
    }

    static List<StoredItem> elsewhere() {
        return Arrays.stream(values()).filter(i -> i.attributes.isEmpty()).toList();
    }

    /** The attributes of entities and embeddables that this row covers, such as {@code Source.title}. */
    Set<String> attributes() {
        return attributes;
    }

    /** Its key in the message bundles. */
    public String key() {
        return "privacy.item." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether who reads it depends on what the operator decided on full texts. */
    public boolean isFullText() {
        return this == TEXTS;
    }
}
