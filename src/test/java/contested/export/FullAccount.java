package contested.export;

import contested.access.Actor;
import contested.access.WorkshopRole;
import contested.account.AccountService;
import contested.account.AccountService.SignUp;
import contested.account.Proof;
import contested.account.SanctionKind;
import contested.account.SanctionService;
import contested.account.Visit;
import contested.discussion.CommentService;
import contested.moderation.AppealOutcome;
import contested.moderation.AppealService;
import contested.moderation.Decision;
import contested.moderation.DecisionKind;
import contested.moderation.ModeratedThread;
import contested.moderation.OwnDecisionService;
import contested.moderation.ReportReason;
import contested.moderation.ReportService;
import contested.moderation.Verdict;
import contested.notice.NoticeService;
import contested.outcome.LineKind;
import contested.outcome.OutcomeService;
import contested.shared.Slug;
import contested.support.Engine;
import contested.support.SampleDebate;
import contested.workshop.BallotRound;
import contested.workshop.BallotService;
import contested.workshop.DivisionService;
import contested.workshop.FeedbackService;
import contested.workshop.JoinService;
import contested.workshop.Phase;
import contested.workshop.ReadingService;
import contested.workshop.SeatService;
import contested.workshop.Template;
import contested.workshop.WorkshopMember;
import contested.workshop.WorkshopService;
import contested.workshop.WorkshopService.Founding;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Somebody of whom the portal holds a bit of everything; each text that is theirs alone has {@link #MARK} in it. */
final class FullAccount implements AutoCloseable {

    static final String MARK = "xyzzy";
    static final String NAME = "Que Xyzzy";
    static final String EMAIL = "xyzzy@lakeside.example";
    static final String PASSPHRASE = "river lamp seven doors";

    final ModeratedThread thread;
    final String token;
    final Actor actor;
    final Slug declined;
    final Slug published;

    FullAccount(Engine engine, Path folder) {
        thread = new ModeratedThread(engine, folder);
        // Whoever observes must be there before the event.
        thread.database.get(CommentService.class);
        thread.database.get(OwnDecisionService.class);
        thread.database.get(NoticeService.class);
        thread.database.get(JoinService.class);
        thread.database.get(OutcomeService.class);
        thread.database.get(ReadingService.class);
        thread.database.get(DivisionService.class);
        token = thread.ask(AccountService.class, s -> s.signUp(new SignUp(NAME, PASSPHRASE, EMAIL, null)));
        actor = thread.<AccountService, Actor>ask(
                AccountService.class, s -> s.visit(token).map(Visit::actor).orElseThrow());
        published = thread.write(actor, null);
        thread.publish(published);
        thread.publish(thread.write(thread.author, published));
        declined = thread.write(actor, null);
        appealAgainst(thread.decide(
                thread.minh, declined, new Verdict(DecisionKind.DECLINE, "person", "Please leave out " + MARK)));
        report(thread.published());
        thread.ask(
                SanctionService.class,
                s -> s.impose(thread.minh, actor.id(), SanctionKind.ALWAYS_REVIEW, "Since " + MARK + " was said"));
        thread.ask(SanctionService.class, s -> s.note(thread.minh, actor.id(), "A note on " + MARK));
        takePart();
    }

    /** In a workshop, where somebody noted a real name, with a ballot and what moved them. */
    private void takePart() {
        Actor leader = thread.member("Ha");
        Slug phones = SampleDebate.PHONES;
        Slug workshop = thread.ask(
                WorkshopService.class,
                s -> s.found(leader, new Founding("Phones", phones, Template.CLASS_50, ZoneOffset.UTC, null, null)));
        thread.database.doInTransaction(() -> {
            thread.database.get(JoinService.class).invite(leader, workshop, NAME);
            WorkshopMember member =
                    thread.database.get(SeatService.class).get(actor, workshop).member();
            thread.database.get(JoinService.class).trustAs(leader, workshop, member.id(), WorkshopRole.PARTICIPANT);
            member.call("Que, in life " + MARK);
            ReadingService readings = thread.database.get(ReadingService.class);
            readings.choose(leader, workshop, phones, List.of(SampleDebate.PASSAGE));
            readings.toggle(actor, workshop, phones, SampleDebate.PASSAGE);
            DivisionService divisions = thread.database.get(DivisionService.class);
            divisions.divide(leader, workshop, phones, 2);
            divisions.swapSides(leader, workshop, phones, true);
            enter(leader, workshop, Phase.READ, Phase.OPENING_BALLOT);
            thread.database.get(BallotService.class).cast(actor, workshop, phones, BallotRound.OPENING, null, 3);
            enter(leader, workshop, Phase.OPENING_BALLOT, Phase.SYNTHESIS);
            thread.database.get(BallotService.class).toggleMovingComment(actor, workshop, phones, published);
            OutcomeService outcomes = thread.database.get(OutcomeService.class);
            long line = outcomes.add(leader, workshop, phones, LineKind.AGREED, "Boxes stay.");
            outcomes.mark(actor, workshop, line, 1, true, "Not for " + MARK);
            FeedbackService feedback = thread.database.get(FeedbackService.class);
            feedback.save(leader, workshop, Map.of(member.id(), new FeedbackService.Typed(0, "Well said, " + MARK)));
            feedback.release(leader, workshop);
            feedback.save(leader, workshop, Map.of(member.id(), new FeedbackService.Typed(0, "A draft on " + MARK)));
        });
    }

    private void enter(Actor leader, Slug workshop, Phase from, Phase to) {
        thread.database.get(WorkshopService.class).enter(leader, workshop, from, to);
    }

    private void appealAgainst(Decision decision) {
        long appeal = thread.<AppealService, Long>ask(
                AppealService.class, s -> s.appeal(actor, decision.id(), "But " + MARK + " is a river.")
                        .id());
        thread.ask(
                AppealService.class, s -> s.settle(thread.thu, appeal, AppealOutcome.UPHELD, "Even so, " + MARK + "."));
    }

    private void report(Slug other) {
        thread.ask(ReportService.class, s -> s.report(actor, other, ReportReason.OTHER, "It names " + MARK));
        thread.decide(thread.minh, other, Verdict.of(DecisionKind.UPHOLD));
    }

    void erase(boolean texts) {
        thread.database.doInTransaction(
                () -> thread.database.get(AccountService.class).erase(actor, new Proof(PASSPHRASE, token), texts));
    }

    @Override
    public void close() {
        thread.close();
    }
}
