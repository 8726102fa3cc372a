package contested.workshop;

import contested.access.Actor;
import contested.access.SiteRole;
import contested.discussion.CommentService;
import contested.discussion.Draft;
import contested.discussion.Stance;
import contested.discussion.ThreadKey;
import contested.moderation.AppealService;
import contested.moderation.Decision;
import contested.moderation.ModerationService;
import contested.moderation.ReportReason;
import contested.moderation.ReportService;
import contested.notice.NoticeService;
import contested.outcome.LineKind;
import contested.outcome.OutcomeService;
import contested.question.Slot;
import contested.shared.Slug;
import contested.support.Engine;
import contested.support.SampleDebate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lesson that was played to its synthesis, so that every table has rows of it: fourteen people voted, some of them wrote,
 * cited, answered, reported, were hidden and appealed. Texts and names of it hold {@link #MARK}.
 */
public final class PlayedWorkshop implements AutoCloseable {

    public static final String MARK = "quizzaciously";
    public static final int VOTERS = 14;

    public final SampleWorkshop sample;
    public final Slug slug;
    public final List<Actor> people = new ArrayList<>();
    public final Slug first;
    public final Slug answer;
    public final Slug hidden;
    public final Slug withdrawn;

    /** Said in the first group, by the seventh of the people. */
    public final Slug inGroup;

    /** Argued in the second group, by the eighth, for a position that was drawn. */
    public final Slug exercise;

    public PlayedWorkshop(Engine engine, Path folder) {
        this(new SampleWorkshop(engine, folder, Template.CLASS_50));
    }

    /** Plays it in a workshop that was founded and nothing else. */
    public PlayedWorkshop(SampleWorkshop founded) {
        sample = founded;
        slug = sample.slug;
        // Whoever observes must be there before the event.
        sample.database.get(NoticeService.class);
        sample.database.get(OutcomeService.class);
        sample.database.get(ModerationService.class);
        for (int i = 1; i <= VOTERS; i++) {
            people.add(sample.joined("Pupil " + i + " " + MARK));
        }
        call(people.get(0), "An " + MARK);
        learn();
        sample.enter(Phase.OPENING_BALLOT);
        vote(BallotRound.OPENING, Slot.YES, 0, 9);
        vote(BallotRound.OPENING, Slot.NO, 9, 13);
        sample.enter(Phase.DISCUSS);
        first = post(people.get(0), Slot.YES, null, "gazette-1a");
        sample.pass(Duration.ofMinutes(3));
        answer = post(people.get(1), Slot.NO, first);
        post(people.get(1), null, first);
        hidden = post(people.get(2), null, null);
        withdrawn = post(people.get(3), null, null);
        inGroup = post(people.get(6), group(1), Stance.TAKES, Slot.DEPENDS, null, "gazette-1b");
        exercise = post(people.get(7), group(2), Stance.EXERCISE, null, null, "gazette-1a");
        moderate();
        sample.enter(Phase.CLOSING_BALLOT);
        vote(BallotRound.CLOSING, Slot.YES, 0, 5);
        vote(BallotRound.CLOSING, Slot.NO, 5, 12);
        vote(BallotRound.CLOSING, null, 13, 14);
        sample.enter(Phase.SYNTHESIS);
        conclude();
    }

    private void call(Actor actor, String name) {
        long id = sample.memberId(actor);
        act(JoinService.class, s -> s.call(sample.facilitator, slug, Map.of(id, name)));
    }

    private void vote(BallotRound round, @Nullable Slot slot, int from, int to) {
        for (int i = from; i < to; i++) {
            sample.vote(people.get(i), round, slot, 1 + i % 5);
        }
    }

    /** A reading set, groups, drawn sides. */
    private void learn() {
        Slug phones = SampleWorkshop.PHONES;
        act(ReadingService.class, s -> s.choose(sample.facilitator, slug, phones, List.of(SampleDebate.PASSAGE)));
        act(ReadingService.class, s -> s.toggle(people.get(0), slug, phones, SampleDebate.PASSAGE));
        long inFirst = sample.memberId(people.get(6));
        long inSecond = sample.memberId(people.get(7));
        act(DivisionService.class, s -> {
            s.divide(sample.facilitator, slug, phones, 2);
            s.move(sample.facilitator, slug, phones, Map.of(inFirst, 1, inSecond, 2));
            s.swapSides(sample.facilitator, slug, phones, true);
        });
    }

    private ThreadKey group(int number) {
        return ThreadKey.ofGroup(slug, SampleWorkshop.PHONES, number);
    }

    private Slug post(Actor author, @Nullable Slot slot, @Nullable Slug parent, String... cited) {
        return post(
                author,
                ThreadKey.in(this.slug, SampleWorkshop.PHONES),
                slot == null ? Stance.NONE : Stance.TAKES,
                slot,
                parent,
                cited);
    }

    private Slug post(
            Actor author, ThreadKey where, Stance stance, @Nullable Slot slot, @Nullable Slug parent, String... cited) {
        sample.pass(Duration.ofSeconds(50));
        return sample.run(
                CommentService.class,
                s -> s.post(
                        author,
                        where,
                        new Draft(
                                stance,
                                slot,
                                "=What is said here is " + MARK + " and " + sample.now() + ".",
                                List.of(cited).stream().map(Slug::new).toList(),
                                parent,
                                "key" + sample.now().toEpochMilli())));
    }

    private void moderate() {
        act(ReportService.class, s -> s.report(people.get(4), answer, ReportReason.OTHER, "It is " + MARK));
        Decision undone = sample.run(ModerationService.class, s -> s.hideAtOnce(sample.facilitator, answer));
        act(ModerationService.class, s -> s.undo(sample.facilitator, undone.id()));
        Decision hide = sample.run(ModerationService.class, s -> s.hideAtOnce(sample.facilitator, hidden));
        act(AppealService.class, s -> s.appeal(people.get(2), hide.id(), "But it is " + MARK));
        act(CommentService.class, s -> s.withdraw(people.get(3), withdrawn));
        sample.database.doInTransaction(() -> {
            for (String row : List.of(
                    "insert into claim (comment_id, moderator_id, until) select c.id, " + sample.facilitator.id()
                            + ", c.created_at from comment c where c.slug = '" + hidden + "'",
                    "insert into second_opinion (comment_id, asked_by_id, note, asked_at) select c.id, "
                            + sample.facilitator.id() + ", '" + MARK + "', c.created_at from comment c where c.slug = '"
                            + hidden + "'",
                    "insert into decision_words (decision_id, text) values (" + hide.id() + ", '" + MARK + "')",
                    "insert into finding (revision_id, check_name, outcome, detail) select r.id, 'Links', 'FINE', '"
                            + MARK + "' from revision r join comment c on c.id = r.comment_id where c.slug = '" + first
                            + "'")) {
                sample.database.entityManager().createNativeQuery(row).executeUpdate();
            }
        });
    }

    private void conclude() {
        Slug phones = SampleWorkshop.PHONES;
        act(
                BallotService.class,
                s -> s.count(sample.facilitator, slug, phones, BallotRound.OPENING, Map.of(Slot.YES, 2), 1));
        act(BallotService.class, s -> s.toggleMover(people.get(0), slug, phones, SampleDebate.PASSAGE));
        act(BallotService.class, s -> s.toggleMovingComment(people.get(5), slug, phones, first));
        long line = sample.run(
                OutcomeService.class,
                s -> s.add(sample.facilitator, slug, phones, LineKind.AGREED, "Boxes are " + MARK));
        act(OutcomeService.class, s -> s.mark(people.get(1), slug, line, 1, true, "Not " + MARK));
        act(OutcomeService.class, s -> s.mark(people.get(2), slug, line, 1, false, ""));
        Map<Long, FeedbackService.Typed> drafts = new HashMap<>();
        drafts.put(sample.memberId(people.get(0)), new FeedbackService.Typed(0, "You were " + MARK));
        act(FeedbackService.class, s -> s.save(sample.facilitator, slug, drafts));
        act(FeedbackService.class, s -> s.release(sample.facilitator, slug));
    }

    public <S> void act(Class<S> service, java.util.function.Consumer<S> act) {
        sample.database.doInTransaction(() -> act.accept(sample.database.get(service)));
    }

    /** Somebody who reads the log of decisions. */
    public Actor administrator() {
        return sample.member("Chief", SiteRole.ADMINISTRATOR);
    }

    @Override
    public void close() {
        sample.close();
    }
}
