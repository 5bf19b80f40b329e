"""PyTorch's side of bench/gpu: `torch_epoch.py PROFILES TITLES EPOCHS [DEVICE]`, the same network on a GPU, in one line of JSON.

Made-up rows as long and as unevenly spread as the bench's own, width 256, batches of 256, a sparse input (embedding bag), tanh, the multinomial
loss over all titles, dropout of half the input, AdamW(fused). As it is, and compiled (torch.compile) where that works; products in 32 bits in
both. Median seconds of the epochs after the first, and the losses of the first, which say that it learns.
"""

import json
import sys
import time

WIDTH, BATCH, WATCHED, RATE, DECAY, DROPOUT = 256, 256, 40, 0.003, 0.01, 0.5


def tell(**facts):
    print(json.dumps(facts))
    sys.exit(0)


try:
    import torch
except ImportError:
    tell(reason="PyTorch cannot be imported by this Python")


def gpu():
    if torch.cuda.is_available():
        return "cuda", torch.cuda.get_device_name(0)
    if torch.backends.mps.is_available():
        return "mps", "Apple GPU"
    if hasattr(torch, "xpu") and torch.xpu.is_available():
        return "xpu", torch.xpu.get_device_name(0)
    return None


profiles, titles, epochs = (int(word) for word in sys.argv[1:4])
found = (sys.argv[4], "as asked for") if len(sys.argv) > 4 else gpu()
if found is None:
    tell(reason=f"PyTorch {torch.__version__} finds no GPU")
device, name = found
torch.manual_seed(1)
torch.backends.cuda.matmul.allow_tf32 = False

wanted = min(WATCHED, titles)
rows = (torch.rand(profiles, wanted) ** 2 * titles).long().clamp_(max=titles - 1).to(device)


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = torch.nn.EmbeddingBag(titles, WIDTH, mode="sum")
        self.encoder_bias = torch.nn.Parameter(torch.zeros(WIDTH))
        self.decoder = torch.nn.Linear(WIDTH, titles)
        torch.nn.init.normal_(self.encoder.weight, std=0.05)

    def forward(self, watched, kept):
        code = torch.tanh(self.encoder(watched, per_sample_weights=kept) + self.encoder_bias)
        likely = torch.log_softmax(self.decoder(code), 1)
        return -likely.gather(1, watched).sum(1).mean()


def wait():
    if device != "cpu":
        getattr(torch, device).synchronize()


def train(form):
    network = Network().to(device)
    loss_of = torch.compile(network) if form == "compiled" else network
    adam = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY, fused=True)
    seconds, losses = [], []
    for _ in range(epochs):
        wait()
        started = time.perf_counter()
        total = torch.zeros((), device=device)
        order = torch.randperm(profiles, device=device)
        for start in range(0, profiles, BATCH):
            watched = rows[order[start : start + BATCH]]
            kept = (torch.rand(watched.shape, device=device) >= DROPOUT).float() / (wanted**0.5 * (1 - DROPOUT))
            adam.zero_grad(set_to_none=True)
            loss = loss_of(watched, kept)
            loss.backward()
            adam.step()
            total += loss.detach() * len(watched)
        losses.append((total / profiles).item())
        wait()
        seconds.append(time.perf_counter() - started)
    return sorted(seconds[1:])[len(seconds[1:]) // 2], losses


forms = {}
for form in ("plain", "compiled"):
    try:
        forms[form], losses = train(form)
    except Exception as error:  # Without a compiler only the plain form works.
        if form == "plain":
            tell(reason=f"PyTorch {torch.__version__} on {name}: {str(error).splitlines()[0]}")
tell(device=device, name=name, version=torch.__version__, forms=forms, losses=losses)
