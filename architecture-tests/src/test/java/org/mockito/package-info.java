/**
 * Stands in for the mocking library of that name, which this build does without, so that a fixture
 * can break the rule against it.
 */
@NullMarked
package org.mockito;

import org.jspecify.annotations.NullMarked;
