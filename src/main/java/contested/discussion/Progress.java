package contested.discussion;

import contested.workshop.AgendaItem;

/**
 * How much of what a question of the agenda asks of each participant somebody has done. Nothing depends on it: nobody is
 * kept from anything for having written less.
 *
 * @param comments  written, which stand published or wait for a moderator
 * @param citations different passages that these cite
 */
public record Progress(int comments, int commentsWanted, int citations, int citationsWanted) {

    static Progress of(AgendaItem item, DiscussionRepository.Written written) {
        return new Progress(written.comments(), item.commentsWanted(), written.citations(), item.citationsWanted());
    }

    /** Whether anything is asked at all. */
    public boolean isAsked() {
        return commentsWanted + citationsWanted > 0;
    }

    public int commentsMissing() {
        return Math.max(0, commentsWanted - comments);
    }

    public int citationsMissing() {
        return Math.max(0, citationsWanted - citations);
    }

    public boolean isMet() {
        return commentsMissing() + citationsMissing() == 0;
    }
}
