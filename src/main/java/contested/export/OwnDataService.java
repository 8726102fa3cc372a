package contested.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import contested.access.Actor;
import contested.access.Permission;
import contested.account.AccountService;
import contested.account.SanctionService;
import contested.discussion.ContributionService;
import contested.discussion.OwnComment;
import contested.moderation.Decision;
import contested.moderation.OwnDecision;
import contested.moderation.OwnDecisionService;
import contested.moderation.ReportService;
import contested.notice.NoticeService;
import contested.outcome.OutcomeService;
import contested.outcome.OwnOutcomeMark;
import contested.shared.Slug;
import contested.workshop.OwnSeatService;
import contested.workshop.OwnSeatService.OwnSeat;
import contested.workshop.WorkshopMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is held of one person, for them to take along. */
@ApplicationScoped
@Transactional
public class OwnDataService {

    private static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Inject
    private AccountService accounts;

    @Inject
    private SanctionService sanctions;

    @Inject
    private ContributionService contributions;

    @Inject
    private OwnDecisionService decisions;

    @Inject
    private ReportService reports;

    @Inject
    private NoticeService notices;

    @Inject
    private OwnSeatService seats;

    @Inject
    private OutcomeService outcomes;

    @Inject
    private Clock clock;

    /** The actor's own data as JSON, see {@link OwnData}. Never anything of who decided, reported or noted. */
    public String of(Actor actor) {
        Permission.OWN_ACCOUNT.require(actor);
        try {
            return JSON.writeValueAsString(gather(actor));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }

    private OwnData gather(Actor actor) {
        return new OwnData(
                FORMAT,
                clock.instant().toString(),
                account(actor),
                accounts.signIns(actor).stream()
                        .map(s -> new OwnData.SignIn(
                                s.createdAt().toString(), s.expiresAt().toString()))
                        .toList(),
                comments(actor),
                reports(actor),
                notices(actor),
                sanctions(actor),
                workshops(actor));
    }

    private OwnData.Account account(Actor actor) {
        contested.account.Account account = accounts.own(actor);
        return new OwnData.Account(
                account.pseudonym().orElse(""),
                account.email().orElse(null),
                account.digest().name(),
                actor.roles().stream().map(Enum::name).sorted().toList(),
                account.hasPassphrase(),
                account.createdAt().toString());
    }

    private List<OwnData.Comment> comments(Actor actor) {
        List<OwnComment> all = contributions.export(actor);
        Map<Slug, List<OwnDecision>> decided =
                decisions.on(actor, all.stream().map(OwnComment::slug).toList());
        return all.stream()
                .map(c -> comment(c, decided.getOrDefault(c.slug(), List.of())))
                .toList();
    }

    private static OwnData.Comment comment(OwnComment comment, List<OwnDecision> decided) {
        return new OwnData.Comment(
                comment.slug().value(),
                comment.thread().question().value(),
                OwnData.Title.of(comment.questionTitle()),
                text(comment.answers()),
                comment.state().name(),
                comment.since().toString(),
                comment.createdAt().toString(),
                text(comment.publishedAt()),
                text(comment.editedAt()),
                comment.publishedRevision(),
                comment.publishedReplies(),
                comment.revisions().stream().map(OwnDataService::revision).toList(),
                decided.stream().map(OwnDataService::decision).toList());
    }

    private static OwnData.Revision revision(OwnComment.OwnRevision revision) {
        return new OwnData.Revision(
                revision.number(),
                revision.stance().name(),
                text(revision.position()),
                text(revision.argued()),
                revision.text(),
                revision.citations().stream().map(c -> c.slug().value()).toList(),
                revision.createdAt().toString());
    }

    private static OwnData.Decision decision(OwnDecision decision) {
        OwnDecision.CitedRule rule = decision.rule();
        OwnDecision.OwnAppeal appeal = decision.appeal();
        return new OwnData.Decision(
                decision.kind().name(),
                decision.at().toString(),
                decision.revision(),
                decision.automatic(),
                !decision.standing(),
                rule == null ? null : new OwnData.Rule(rule.key(), rule.version(), OwnData.Title.of(rule.title())),
                decision.words(),
                appeal == null
                        ? null
                        : new OwnData.Appeal(
                                appeal.words(),
                                appeal.madeAt().toString(),
                                text(appeal.outcome()),
                                appeal.sameModerator(),
                                text(appeal.settledAt()),
                                appeal.answer()));
    }

    private List<OwnData.Report> reports(Actor actor) {
        return reports.export(actor).stream()
                .map(r -> new OwnData.Report(
                        r.comment().slug().value(),
                        r.comment().thread().question().slug().value(),
                        r.revisionNumber(),
                        r.reason().name(),
                        r.words().orElse(null),
                        r.madeAt().toString(),
                        text(r.outcome().orElse(null))))
                .toList();
    }

    private List<OwnData.Notice> notices(Actor actor) {
        return notices.export(actor).stream()
                .map(n -> new OwnData.Notice(
                        n.kind().name(),
                        n.comment().slug().value(),
                        text(n.decision().map(Decision::kind).orElse(null)),
                        n.madeAt().toString(),
                        text(n.readAt().orElse(null))))
                .toList();
    }

    private List<OwnData.Workshop> workshops(Actor actor) {
        List<OwnOutcomeMark> marks = outcomes.own(actor);
        return seats.export(actor).stream()
                .map(seat -> workshop(
                        seat,
                        marks.stream()
                                .filter(m -> m.workshop()
                                        .equals(seat.member().workshop().slug()))
                                .toList()))
                .toList();
    }

    private static OwnData.Workshop workshop(OwnSeat seat, List<OwnOutcomeMark> marks) {
        WorkshopMember member = seat.member();
        return new OwnData.Workshop(
                member.workshop().slug().value(),
                member.workshop().title(),
                member.role().name(),
                member.joinedAt().toString(),
                member.seenAt().toString(),
                member.isMuted(),
                member.extra().toMinutes(),
                member.realName().orElse(null),
                seat.ballots().stream()
                        .map(b -> new OwnData.Ballot(
                                b.question().value(), b.round().name(), text(b.position()), b.confidence()))
                        .toList(),
                seat.movers().stream()
                        .map(m -> new OwnData.Mover(m.question().value(), text(m.passage()), text(m.comment())))
                        .toList(),
                marks.stream()
                        .map(m -> new OwnData.OutcomeMark(m.question().value(), m.line(), m.objects(), m.reason()))
                        .toList(),
                seat.feedback().stream()
                        .map(f -> new OwnData.Feedback(
                                f.text(), f.releasedAt().orElseThrow().toString()))
                        .toList(),
                seat.read().stream()
                        .map(r -> new OwnData.Read(
                                r.question().value(), r.passage().value()))
                        .toList(),
                seat.groups().stream()
                        .map(g -> new OwnData.Group(g.question().value(), g.number()))
                        .toList(),
                seat.sides().stream()
                        .map(s -> new OwnData.Side(
                                s.question().value(), s.position().name()))
                        .toList());
    }

    private List<OwnData.Sanction> sanctions(Actor actor) {
        return sanctions.own(actor).stream()
                .map(s -> new OwnData.Sanction(
                        s.kind().name(),
                        s.reason(),
                        s.imposedAt().toString(),
                        text(s.until().orElse(null)),
                        text(s.liftedAt().orElse(null))))
                .toList();
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static @Nullable String text(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String text(@Nullable Slug slug) {
        return slug == null ? null : slug.value();
    }
}
