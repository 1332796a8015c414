package dev.honeydo.adapters.http;

import dev.honeydo.application.auth.Authenticate;
import dev.honeydo.application.auth.LogIn;
import dev.honeydo.application.auth.LogOut;
import dev.honeydo.application.auth.LogOutElsewhere;
import dev.honeydo.application.auth.LogOutEverywhere;
import dev.honeydo.application.auth.RefreshSession;
import dev.honeydo.application.auth.RegisterUser;
import dev.honeydo.application.cache.CacheQueries;
import dev.honeydo.application.cache.ClearCache;
import dev.honeydo.application.cache.InvalidateTodo;
import dev.honeydo.application.cache.InvalidateUser;
import dev.honeydo.application.cache.Prefetch;
import dev.honeydo.application.event.EventQueries;
import dev.honeydo.application.health.HealthQueries;
import dev.honeydo.application.idempotency.RunOnce;
import dev.honeydo.application.limit.LimitRequest;
import dev.honeydo.application.session.EditSessionData;
import dev.honeydo.application.session.RevokeSession;
import dev.honeydo.application.session.SessionQueries;
import dev.honeydo.application.todo.CreateTodo;
import dev.honeydo.application.todo.DeleteCompletedTodos;
import dev.honeydo.application.todo.DeleteTodo;
import dev.honeydo.application.todo.EditTodo;
import dev.honeydo.application.todo.TodoQueries;
import dev.honeydo.application.user.AdministerUser;
import dev.honeydo.application.user.ChangePassword;
import dev.honeydo.application.user.CloseAccount;
import dev.honeydo.application.user.EditProfile;
import dev.honeydo.application.user.UserQueries;

/**
 * Everything that can be asked for over HTTP.
 *
 * @param userQueries asks the record; so does {@code todoQueries}
 * @param cachedUserQueries asks copies first; so does {@code cachedTodoQueries}
 */
public record UseCases(
    RegisterUser registerUser,
    LogIn logIn,
    RefreshSession refreshSession,
    LogOut logOut,
    LogOutEverywhere logOutEverywhere,
    LogOutElsewhere logOutElsewhere,
    Authenticate authenticate,
    SessionQueries sessionQueries,
    EditSessionData editSessionData,
    RevokeSession revokeSession,
    UserQueries userQueries,
    UserQueries cachedUserQueries,
    EditProfile editProfile,
    ChangePassword changePassword,
    CloseAccount closeAccount,
    AdministerUser administerUser,
    CreateTodo createTodo,
    TodoQueries todoQueries,
    TodoQueries cachedTodoQueries,
    EditTodo editTodo,
    DeleteTodo deleteTodo,
    DeleteCompletedTodos deleteCompletedTodos,
    CacheQueries cacheQueries,
    Prefetch prefetch,
    ClearCache clearCache,
    InvalidateUser invalidateUser,
    InvalidateTodo invalidateTodo,
    HealthQueries healthQueries,
    EventQueries eventQueries,
    LimitRequest limitRequest,
    RunOnce runOnce) {}
