/** Use-case tests: {@link dev.honeydo.application.job.RunJob}. */
@NullMarked
package dev.honeydo.application.job;

import org.jspecify.annotations.NullMarked;
