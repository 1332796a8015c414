"""Registers, logs in, adds a todo twice under one key, and lists it."""

import sys
import uuid

import honeydo_client as honeydo

email = f"ada-{uuid.uuid4()}@example.org"
password = "correct horse battery"
configuration = honeydo.Configuration(host=sys.argv[1])
with honeydo.ApiClient(configuration) as client:
    auth = honeydo.AuthApi(client)
    user = auth.register_user(honeydo.Registration(name="Ada", email=email, password=password))
    login = auth.log_in(honeydo.Credentials(email=email, password=password))
    configuration.access_token = login.access_token
    todos = honeydo.TodosApi(client)
    key = str(uuid.uuid4())
    wanted = honeydo.TodoInput(heading="Buy bread", tags=["home"])
    first = todos.create_todo(wanted, idempotency_key=key)
    again = todos.create_todo(wanted, idempotency_key=key)
    page = todos.list_todos(include_total=True)
    assert user.email == email
    assert first.id == again.id
    assert page.total == 1 and page.items[0] == first
    print(f"python: ok, todo {first.id} version {first.version}")
