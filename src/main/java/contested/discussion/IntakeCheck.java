package contested.discussion;

import contested.shared.UserFacingException;

/** One question asked of a comment before anybody sees it. The order of the row is the order in {@link Intake}. */
interface IntakeCheck {

    /** The last part of the message key that says what it found. */
    String name();

    /** @throws UserFacingException When the comment cannot be taken as it stands. */
    CheckResult judge(Submission submission);
}
