"""What people do with the official client of OpenAI. The address and the key come from the environment, as they would."""

import openai
from openai import OpenAI

client = OpenAI(max_retries=0)

assert "openai/model-a" in [model.id for model in client.models.list()]
assert client.models.retrieve("openai/model-a").owned_by == "openai"

question = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Who?"}]
answer = client.chat.completions.create(model="gpt-5", messages=question, temperature=0.5, max_tokens=10)
assert answer.choices[0].message.content == "It is me.", answer
assert answer.choices[0].finish_reason == "stop", answer
assert answer.usage.total_tokens == 1500, answer
assert answer.usage.completion_tokens_details.reasoning_tokens == 200, answer

chunks = list(
    client.chat.completions.create(
        model="openai/gpt-5", messages=question, stream=True, stream_options={"include_usage": True}
    )
)
assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices) == "It is me.", chunks
assert chunks[-1].usage.total_tokens == 1500, chunks

with client.chat.completions.create(model="gpt-5", messages=question, stream=True) as stream:
    for chunk in stream:
        break

try:
    client.chat.completions.create(model="gpt-5", messages=question, n=2)
    raise AssertionError("two answers are not refused")
except openai.BadRequestError as e:
    assert e.code == "request.malformed" and "n cannot be" in e.message, (e.code, e.message)
try:
    OpenAI(api_key="wrong", max_retries=0).models.list()
    raise AssertionError("a wrong key is not refused")
except openai.AuthenticationError:
    pass
print("done")
