package contested.account;

import contested.access.Actor;
import java.time.Instant;

/**
 * What the portal knows of somebody signed in while it answers one request.
 *
 * @param actor     who asks
 * @param pseudonym their name
 * @param mark      tells their pages from those of others; no name and no id
 * @param formToken what each form of theirs carries
 * @param expiresAt when they must sign in again, unless they extend it
 */
public record Visit(Actor actor, String pseudonym, String mark, String formToken, Instant expiresAt) {}
