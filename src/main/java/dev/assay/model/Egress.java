package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One request that left the machine, word for word.
 *
 * @param id its number
 * @param at when it was sent
 * @param sourceId the source it was about, or null
 * @param purpose such as {@code suggest silver}
 * @param provider whose model
 * @param model its name
 * @param url where it went
 * @param privacy the mode in force
 * @param bytes length of the text in UTF-8
 * @param text exactly what was sent, without the key
 * @param answer exactly what came back; null when nothing did
 * @param outcome {@code used}, or why it was not, in one sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Egress(
    long id,
    Instant at,
    String sourceId,
    String purpose,
    String provider,
    String model,
    String url,
    ModelSettings.Privacy privacy,
    long bytes,
    String text,
    String answer,
    String outcome) {}
