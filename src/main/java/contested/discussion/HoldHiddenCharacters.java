package contested.discussion;

import contested.shared.TamedText;

/** Holds a text that shows other than it was typed: bidi controls, invisible characters, towers of marks. */
record HoldHiddenCharacters() implements IntakeCheck {

    @Override
    public String name() {
        return "hidden-characters";
    }

    @Override
    public CheckResult judge(Submission submission) {
        String typed = submission.text().typed();
        return CheckResult.heldIf(!TamedText.of(typed).equals(typed));
    }
}
