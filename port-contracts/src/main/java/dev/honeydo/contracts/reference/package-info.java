/**
 * The reference adapters: small, in memory, correct. They pass every contract, can be made
 * unavailable, and stand in for real adapters in tests, where others would use mocks. None of them
 * is for production.
 */
@NullMarked
package dev.honeydo.contracts.reference;

import org.jspecify.annotations.NullMarked;
